import QtQuick

// A text as a QR code, black on white whatever the theme, enlarged by a whole number and centred.
Item {
    id: code

    required property string text

    // A picture and not an item painted in Python: such an item is never freed again.
    Image {
        anchors.centerIn: parent
        cache: false
        height: width
        smooth: false
        source: code.text ? "image://qr/" + encodeURIComponent(code.text) : ""
        width: implicitWidth * Math.max(1, Math.floor(Math.min(code.width, code.height) / Math.max(1, implicitWidth)))
    }
}
