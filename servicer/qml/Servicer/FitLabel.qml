import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// One line that becomes a little smaller where its words are long, and never two.
Label {
    property real least: Theme.text14 * 0.8

    elide: Text.ElideRight
    fontSizeMode: Text.HorizontalFit
    maximumLineCount: 1
    minimumPixelSize: Math.min(Math.round(size), Math.round(least))
    wrapMode: Text.NoWrap
}
