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

    border.color: Theme.line
    border.width: Theme.mode === Theme.Contrast ? Math.max(1, Theme.scale) : 0
    color: Theme.sunken
    implicitHeight: visible ? words.implicitHeight + 2 * Theme.space2 : 0
    objectName: "notice"
    radius: Theme.radiusS
    visible: message !== ""

    Accessible.name: message
    Accessible.role: Accessible.AlertMessage

    Label {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.space3
        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.text16
        strong: true
        text: bar.message
    }
}
