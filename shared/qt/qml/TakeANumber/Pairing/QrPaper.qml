import QtQuick
import TakeANumber.Controls

// A picture for a phone's camera, on white paper in every theme; nothing is drawn while it is not seen.
Rectangle {
    id: paper

    required property string text

    color: "white"
    radius: 12 * Look.px

    QrCode {
        anchors.fill: parent
        anchors.margins: Look.gap * (Look.kiosk && Look.tall ? 0 : 0.5)
        text: paper.visible ? paper.text : ""
    }
}
