import QtQuick
import Display.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The desks that are open, each a chip; nothing to see while there is none.
Row {
    id: desks

    required property DisplayViewModel display
    // More than eight would be a row of numbers that nobody reads.
    readonly property int most: Math.min(8, Math.floor((width - word.implicitWidth) / (height + spacing)))

    height: display.openDesks === "" ? 0 : 44 * Theme.scale
    spacing: Theme.space2
    visible: display.openDesks !== ""

    Label {
        id: word

        anchors.verticalCenter: parent.verticalCenter
        secondary: true
        size: Theme.text18
        text: {
            switch (desks.display.place) {
            case "room":
                return qsTr("Open rooms");
            case "window":
                return qsTr("Open windows");
            case "counter":
                return qsTr("Open counters");
            default:
                return qsTr("Open desks");
            }
        }
        wrapMode: Text.NoWrap
    }

    Repeater {
        model: desks.display.openDesks === "" ? [] : desks.display.openDesks.split(",").slice(0, Math.max(0, desks.most))

        Rectangle {
            required property var modelData

            border.color: Theme.line
            border.width: Theme.mode === Theme.Contrast ? 2 : 0
            color: Theme.sunken
            height: 44 * Theme.scale
            objectName: "open-" + modelData
            radius: Theme.radiusS
            width: Math.max(height, number.implicitWidth + Theme.space3)

            TicketCode {
                id: number

                anchors.centerIn: parent
                size: Theme.text22
                text: parent.modelData
            }
        }
    }
}
