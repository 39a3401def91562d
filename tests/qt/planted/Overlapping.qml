import QtQuick
import QtQuick.Templates as T

Window {
    color: "#ffffff"
    height: 400
    visible: false
    width: 600

    // Planted: one text is written over another.
    Text {
        font.pixelSize: 40
        text: "A107"
        x: 20
        y: 20
    }

    Text {
        font.pixelSize: 40
        text: "A108"
        x: 80
        y: 30
    }
}
