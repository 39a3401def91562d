import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// A bank card is 85.6 mm wide everywhere: matched on the screen, it tells how large a millimetre is.
KioskPage {
    id: calibrate

    required property StaffViewModel staff
    readonly property real most: Math.min((width - 2 * Theme.space5) / 85.6, (height - words.height - buttons.height - 4 * Theme.space4) / 53.98)

    Column {
        id: words

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.space3
        width: parent.width - 2 * Theme.space5
        y: Theme.space5

        Heading {
            horizontalAlignment: Text.AlignHCenter
            size: Theme.text28
            text: qsTr("Hold a bank card against the screen")
            width: parent.width
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            secondary: true
            text: qsTr("Make the frame exactly as large as the card.")
            width: parent.width
        }
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Theme.accent
        border.width: Math.max(2, Theme.scale)
        color: Theme.surface
        height: 53.98 * calibrate.staff.cardPxPerMm
        objectName: "card"
        radius: 3.18 * calibrate.staff.cardPxPerMm
        width: 85.6 * calibrate.staff.cardPxPerMm
        y: words.y + words.height + Math.max(Theme.space3, (buttons.y - words.y - words.height - height) / 2)
    }

    Column {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space2
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.space2
        width: Math.min(parent.width - 2 * Theme.space5, 460 * Theme.scale)

        Row {
            spacing: Theme.space2

            Button {
                autoRepeat: true
                height: Theme.space7
                objectName: "card-smaller"
                text: qsTr("Smaller")
                width: (buttons.width - Theme.space2) / 2

                onClicked: calibrate.staff.cardResized(1 / 1.004)
            }

            Button {
                autoRepeat: true
                enabled: calibrate.staff.cardPxPerMm * 1.004 < calibrate.most
                height: Theme.space7
                objectName: "card-larger"
                text: qsTr("Larger")
                width: (buttons.width - Theme.space2) / 2

                onClicked: calibrate.staff.cardResized(1.004)
            }
        }

        Button {
            height: Theme.space7
            kind: Button.Primary
            objectName: "card-matches"
            text: qsTr("It matches")
            textSize: Theme.text22
            width: parent.width

            onClicked: calibrate.staff.cardMatched()
        }
    }
}
