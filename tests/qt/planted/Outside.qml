import QtQuick
import QtQuick.Templates as T

Window {
    color: "#ffffff"
    height: 400
    visible: false
    width: 600

    // Planted: the number leaves the window.
    Text {
        font.pixelSize: 40
        text: "A107"
        x: 560
        y: 20
    }
}
