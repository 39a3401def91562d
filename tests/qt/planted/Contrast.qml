import QtQuick
import QtQuick.Templates as T

Window {
    color: "#ffffff"
    height: 400
    visible: false
    width: 600

    // Planted: light grey on white.
    Text {
        color: "#aaaaaa"
        font.pixelSize: 20
        text: "3 ahead of you"
        x: 20
        y: 20
    }
}
