import TakeANumber.Controls
import TakeANumber.Theme

// A button of the size that a hand before this screen hits.
Button {
    height: Math.max(Look.button, implicitContentHeight + 2 * Theme.space2)
    horizontalPadding: (Look.desk ? 16 : 32) * Look.px
    textSize: Look.action
}
