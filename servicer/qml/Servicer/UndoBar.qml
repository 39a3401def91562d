import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// What was done last, and that it can be taken back for some seconds.
Button {
    id: bar

    required property DeskViewModel desk
    readonly property bool offered: desk.undo !== Terms.Deed.Nothing

    enabled: offered && desk.busy === Terms.Deed.Nothing
    height: visible ? implicitHeight : 0
    kind: Button.Quiet
    objectName: "undo"
    text: qsTr("%1 · %2 s").arg(Words.undo(desk.undo, desk.undoLabel)).arg(desk.undoS) + "  ·  " + Words.printedKey(Terms.Deed.Undo)
    textSize: Theme.text16
    verticalPadding: Theme.space1
    visible: offered

    onClicked: bar.desk.pressed(Terms.Deed.Undo)

    Shortcut {
        enabled: bar.enabled
        sequence: Words.key(Terms.Deed.Undo)

        onActivated: bar.desk.pressed(Terms.Deed.Undo)
    }
}
