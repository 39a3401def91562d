import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls

// The branch's own line, at the foot of every screen for customers; its words keep their size, as the languages do.
Item {
    id: footer

    required property KioskViewModel kiosk

    height: visible ? words.height + 10 * Panel.px : 0

    Label {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Panel.margin
        anchors.right: parent.right
        anchors.rightMargin: Panel.margin
        anchors.top: parent.top
        elide: Text.ElideRight
        font.features: ({})
        lineHeight: 1
        maximumLineCount: 2
        objectName: "footer"
        secondary: true
        size: 41 * Panel.px
        text: footer.kiosk.footer
    }
}
