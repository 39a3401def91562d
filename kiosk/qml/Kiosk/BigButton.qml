import TakeANumber.Controls
import TakeANumber.Theme

// A button of the size that a standing person hits.
Button {
    property real least: 112 * Panel.px

    height: Math.max(least, implicitContentHeight + 2 * Theme.space2)
    horizontalPadding: 24 * Panel.px
    textSize: least > 120 * Panel.px ? Panel.action : Panel.small
    symbolSize: textSize * 1.1
}
