import QtQuick
import QtQuick.Templates as T

Window {
    color: "#ffffff"
    height: 400
    visible: false
    width: 600

    // Planted: the text has no room.
    Text {
        elide: Text.ElideRight
        font.pixelSize: 24
        text: "Reisepässe und Personalausweise"
        width: 120
        x: 20
        y: 20
    }
}
