import TakeANumber.Controls
import TakeANumber.Theme

// A button of the bar; its word stays on one line, however large the letters.
Button {
    horizontalPadding: Theme.space1
    textSize: Theme.text18 * (Theme.letters > 1 ? 1.15 / Theme.letters : 1)
    verticalPadding: 0
}
