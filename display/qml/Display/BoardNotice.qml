import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// What everybody who waits is told: a card with an edge in the accent where reading begins.
Rectangle {
    id: notice

    required property string text
    property string more: ""
    // The clock at its start; "" for none.
    property string since: ""
    readonly property string aside: since === "" ? "" : qsTr("since %1").arg(since)
    property string symbol: "megaphone"
    readonly property int begins: Apart.fromTheRight(text) === (Application.layoutDirection === Qt.RightToLeft) ? Text.AlignLeft : Text.AlignRight
    readonly property bool upright: height > width / 4
    property bool complete: false

    Component.onCompleted: complete = true
    onTextChanged: {
        if (complete)
            fade.play();
    }

    color: Theme.accent
    radius: Theme.radiusM

    Accessible.name: text
    Accessible.role: Accessible.AlertMessage

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 4 * Theme.scale
        border.color: Theme.line
        border.width: Theme.mode === Theme.Dark ? 0 : Math.max(1, Theme.scale / 2)
        color: Theme.sunken
        radius: Theme.radiusM

        Icon {
            id: glyph

            anchors.left: parent.left
            anchors.leftMargin: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accent
            name: notice.symbol
            side: Math.min(34 * Theme.scale, parent.height * 0.6)
        }

        Column {
            id: words

            anchors.left: glyph.right
            anchors.leftMargin: Theme.space3
            anchors.right: notice.upright ? parent.right : start.left
            anchors.rightMargin: Theme.space3
            anchors.verticalCenter: parent.verticalCenter

            Label {
                fontSizeMode: Text.Fit
                // Where its own language begins to read, whatever the board's does; mirrored, left is right.
                horizontalAlignment: notice.begins
                height: Math.min(implicitHeight, notice.height - Theme.space2 - (below.visible ? below.height : 0))
                lineHeight: 1
                minimumPixelSize: Math.round(Theme.text14)
                objectName: "notice"
                size: 23 * Theme.scale
                strong: true
                text: notice.text
                verticalAlignment: Text.AlignVCenter
                width: parent.width
            }

            Label {
                id: below

                fontSizeMode: Text.HorizontalFit
                horizontalAlignment: notice.begins
                minimumPixelSize: 10
                objectName: "notice-more"
                secondary: true
                size: Theme.text16
                text: notice.upright && notice.aside !== "" ? notice.aside : notice.more
                visible: text !== ""
                width: parent.width
                wrapMode: Text.NoWrap
            }
        }

        Label {
            id: start

            anchors.right: parent.right
            anchors.rightMargin: Theme.space4
            anchors.verticalCenter: parent.verticalCenter
            objectName: "notice-since"
            secondary: true
            size: Theme.text16
            text: notice.upright ? "" : notice.aside
            visible: text !== ""
            width: visible ? implicitWidth : 0
            wrapMode: Text.NoWrap
        }
    }

    FadeIn {
        id: fade

        target: words
    }
}
