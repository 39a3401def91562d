import QtQuick
import QtQuick.Templates as T

Window {
    color: "#ffffff"
    height: 400
    visible: false
    width: 600

    // Planted: a finger misses it.
    T.Button {
        Accessible.name: "Done"
        height: 20
        text: "Done"
        width: 200
        x: 20
        y: 20
    }
}
