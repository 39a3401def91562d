import QtQuick
import TakeANumber.Server
import TakeANumber.Theme

// What this device is called, as large as it can be, for who stands in the hall and looks for it; nothing to see otherwise.
Rectangle {
    id: sheet

    required property DeviceViewModel device

    color: Theme.text
    objectName: "device-name"
    visible: device.shownName !== ""

    Accessible.name: device.shownName
    Accessible.role: Accessible.AlertMessage

    Label {
        anchors.centerIn: parent
        color: Theme.bg
        bold: true
        font.pixelSize: Math.round(Math.min(parent.width, parent.height) * 0.3)
        fontSizeMode: Text.Fit
        height: parent.height * 0.8
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: 12
        text: Apart.word(sheet.device.shownName)
        verticalAlignment: Text.AlignVCenter
        width: parent.width * 0.9
    }
}
