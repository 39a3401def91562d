import QtQuick
import QtQuick.Templates as T

Window {
    color: "#ffffff"
    height: 400
    visible: false
    width: 600

    // Planted: a screen reader has nothing to say.
    T.Button {
        height: 60
        width: 200
        x: 20
        y: 20
    }
}
