import TakeANumber.Controls
import TakeANumber.Theme

// A button of the bar, for a language or an aid; its word stays on one line, however large the letters.
Button {
    property bool aid: true

    height: Theme.space6 + Theme.space1
    horizontalPadding: Theme.letters > 1 ? Theme.space1 : Theme.space2
    textSize: Theme.text18 * (Theme.letters > 1 ? 1.15 / Theme.letters : 1)
    verticalPadding: 0
}
