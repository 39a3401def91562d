import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// One sentence to whoever signs in, as long as it matters.
Rectangle {
    id: bar

    required property NoticeViewModel notice
    required property int spot
    readonly property string message: Words.notice(notice, spot)
    // Whether something was wrong with what was typed.
    readonly property bool wrong: notice.kind === Terms.Said.WrongPin || notice.kind === Terms.Said.Locked
    readonly property color edge: wrong ? Theme.danger : Theme.text

    color: edge
    implicitHeight: visible ? words.implicitHeight + 2 * Theme.space3 : 0
    objectName: "notice"
    radius: Theme.radiusM
    visible: message !== ""

    Accessible.name: message
    Accessible.role: Accessible.AlertMessage

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 6 * Theme.scale
        border.color: Theme.line
        border.width: Math.max(1, Theme.scale)
        color: Theme.surface
        radius: parent.radius
    }

    Glyph {
        id: mark

        anchors.left: parent.left
        anchors.leftMargin: 6 * Theme.scale + Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        color: bar.edge
        name: bar.wrong ? "triangle-alert" : "info"
        side: 22 * Theme.scale
    }

    Label {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: Theme.space2
        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        color: bar.edge
        size: Theme.text16
        strong: true
        text: bar.message
    }
}
