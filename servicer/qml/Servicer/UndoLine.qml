import QtQuick
import Servicer.ViewModels
import TakeANumber.Theme

// What was done last, and that it can be taken back for as long as the line below lasts; or what there is to say. In the small
// window it stands in the header, where nothing else is pressed.
Rectangle {
    id: line

    required property DeskViewModel desk
    property bool compact: false
    property bool quiet: false
    readonly property bool offered: desk.undo !== Terms.Deed.Nothing
    // In the small window the card says it.
    readonly property string said: {
        if (line.compact)
            return "";
        const notice = Words.notice(line.desk.notice, line.desk.spot);
        if (notice === "" && line.desk.kept && line.desk.doneLabel === "")
            return qsTr("Noted. It is sent as soon as the server is back.");
        if (notice === "" && line.desk.unanswered)
            return qsTr("The server does not answer yet …");
        return notice;
    }
    readonly property string message: said !== "" ? said : Words.did(desk.undo, desk.undoLabel)

    readonly property color ink: offered && !compact ? Theme.bg : Theme.text

    color: compact ? Theme.surface : Theme.text
    objectName: "said"
    radius: Theme.radiusM
    visible: offered || said !== ""

    Accessible.name: message
    Accessible.role: Accessible.AlertMessage

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 6 * Theme.scale
        border.color: Theme.line
        border.width: Math.max(1, Theme.scale)
        color: Theme.surface
        radius: parent.radius
        visible: !line.offered
    }

    Row {
        anchors.left: parent.left
        anchors.leftMargin: (line.compact ? 0 : 18) * Theme.scale
        anchors.right: undo.visible ? undo.left : parent.right
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space2

        Glyph {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            color: line.ink
            name: line.said !== "" ? "message-square" : "check"
            side: 20 * Theme.scale
            visible: !line.compact
        }

        FitLabel {
            anchors.verticalCenter: parent.verticalCenter
            color: line.ink
            objectName: "notice"
            size: line.compact ? Theme.text14 : Theme.text16
            strong: true
            text: line.message
            width: parent.width - (mark.visible ? mark.width + parent.spacing : 0)

            Accessible.ignored: true
        }
    }

    PlainButton {
        id: undo

        anchors.right: parent.right
        anchors.rightMargin: (line.compact ? 0 : 4) * Theme.scale
        anchors.verticalCenter: parent.verticalCenter
        enabled: line.offered && line.desk.busy === Terms.Deed.Nothing
        height: line.compact ? parent.height : parent.height - 8 * Theme.scale
        iconName: "undo-2"
        iconTurns: true
        bottomInset: topInset
        inverted: !line.compact
        keys: line.compact ? "" : Words.printed(Words.key(Terms.Deed.Undo))
        objectName: "undo"
        text: qsTr("Undo")
        topInset: (line.compact ? 5 : 0) * Theme.scale
        textSize: line.compact ? Theme.text14 : Theme.text16
        visible: line.offered

        onClicked: line.desk.pressed(Terms.Deed.Undo)
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        // Where the corners are round, the line is not.
        anchors.leftMargin: line.compact ? 0 : parent.radius
        color: Theme.mode === Theme.Light ? Qt.lighter(Theme.accent, 1.9) : Theme.accent
        height: (line.compact ? 3 : 4) * Theme.scale
        radius: height / 2
        visible: line.offered
        width: (parent.width - 2 * anchors.leftMargin) * line.desk.undoS / 10

        Behavior on width {
            enabled: !Theme.reducedMotion

            NumberAnimation {
                duration: 1000
            }
        }
    }

    Shortcut {
        enabled: undo.enabled && !line.quiet
        sequence: Words.key(Terms.Deed.Undo)

        onActivated: line.desk.pressed(Terms.Deed.Undo)
    }
}
