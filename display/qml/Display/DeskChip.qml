import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// Where to go: what the place is called and its number, and beneath them what else it is called.
Rectangle {
    id: chip

    required property int desk
    required property string place
    property string name: ""
    property real digits: Theme.text48
    // How wide it may be; its word gives way first.
    property real most: 100000
    property color fill: Theme.sunken
    property color ink: Theme.text
    // Tells tests which one it is.
    property string called: "desk"
    readonly property real pad: digits * 0.2
    readonly property real gap: digits * 0.16

    color: fill
    border.color: Theme.line
    border.width: Theme.mode === Theme.Contrast ? 2 : 0
    implicitHeight: digits * 1.14 + (name === "" ? 0 : title.height)
    implicitWidth: Math.max(line.width, name === "" ? 0 : Math.min(title.implicitWidth, most - 2 * pad)) + 2 * pad
    radius: Math.min(Theme.radiusM, digits * 0.16)

    Row {
        id: line

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: chip.gap
        y: (chip.digits * 1.14 - height) / 2

        Label {
            anchors.baseline: number.baseline
            color: chip.ink
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 10
            objectName: chip.called + "-word"
            size: chip.digits * 0.42
            strong: true
            text: PlaceWords.word(chip.place)
            width: Math.min(implicitWidth, chip.most - 2 * chip.pad - chip.gap - number.implicitWidth)
            wrapMode: Text.NoWrap
        }

        TicketCode {
            id: number

            color: chip.ink
            lineHeight: 0.92
            objectName: chip.called
            size: chip.digits
            text: chip.desk
        }
    }

    Label {
        id: title

        anchors.bottom: parent.bottom
        anchors.bottomMargin: chip.digits * 0.08
        anchors.horizontalCenter: parent.horizontalCenter
        color: chip.ink
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: 10
        objectName: chip.called + "-name"
        size: chip.digits * 0.34
        strong: true
        text: chip.name
        visible: text !== ""
        width: Math.min(implicitWidth, chip.most - 2 * chip.pad)
        wrapMode: Text.NoWrap
    }
}
