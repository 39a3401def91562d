import QtQuick
import QtQuick.Templates as T

Window {
    color: "#ffffff"
    height: 400
    visible: false
    width: 600

    Text {
        font.pixelSize: 24
        text: "A107"
        x: 20
        y: 20
    }

    T.Button {
        id: done

        Accessible.name: text
        height: 60
        text: "Done"
        width: 200
        x: 20
        y: 80

        contentItem: Text {
            horizontalAlignment: Text.AlignHCenter
            text: done.text
            verticalAlignment: Text.AlignVCenter
        }
    }
}
