import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// One line that becomes a little smaller where its words are long, and never two.
Label {
    property real least: Theme.text14 * 0.8

    elide: Text.ElideRight
    // Figures and hyphens in running text are as wide as they are.
    font.features: ({"ss01": 1})
    fontSizeMode: Text.HorizontalFit
    maximumLineCount: 1
    minimumPixelSize: Math.min(Math.round(size), Math.round(least))
    wrapMode: Text.NoWrap
}
