import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// Where to go: what the place is called and its number, and beneath them what else it is called.
Rectangle {
    id: chip

    required property int desk
    required property string place
    property string name: ""
    // What stands in other rows of the same list, so that words and names have one size in all of them.
    property int longest: String(desk).length
    property string names: name
    property real digits: Theme.text48
    // How wide it may be; its word gives way first.
    property real most: 100000
    property color fill: Theme.sunken
    property color ink: Theme.text
    // Tells tests which one it is.
    property string called: "desk"
    readonly property real pad: digits * 0.2
    readonly property real gap: digits * 0.16
    readonly property real wordRoom: most - 2 * pad - gap - number.implicitWidth / String(desk).length * longest
    readonly property real wordSize: digits * 0.42 * Math.min(1, 0.98 * wordRoom / Math.max(1, usual.advanceWidth))
    readonly property TextMetrics usual: TextMetrics {
        font.family: Theme.family
        font.features: Theme.words
        font.pixelSize: Math.max(1, Math.round(chip.digits * 0.42))
        font.weight: Font.DemiBold
        text: PlaceWords.word(chip.place)
    }
    readonly property NamesSize fit: NamesSize {
        // Rather smaller than a title parted from its name.
        least: chip.digits * 0.18
        most: chip.digits * 0.34
        mostOnTwoLines: chip.digits * 0.28
        names: chip.names
        room: chip.most - 2 * chip.pad
    }

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
            objectName: chip.called + "-word"
            size: Math.max(10, chip.wordSize)
            strong: true
            text: PlaceWords.word(chip.place)
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
        horizontalAlignment: Text.AlignHCenter
        lineHeight: 0.95
        maximumLineCount: chip.fit.oneLine ? 1 : 2
        objectName: chip.called + "-name"
        size: chip.fit.size
        strong: true
        text: chip.name
        visible: text !== ""
        width: Math.min(implicitWidth, chip.most - 2 * chip.pad)
        wrapMode: chip.fit.oneLine ? Text.NoWrap : Text.WordWrap
    }
}
