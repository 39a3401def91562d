import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Server
import TakeANumber.Theme

// Which desk this is and who sits at it, always in view; whether what is shown is true now; and what is seldom needed.
Rectangle {
    id: bar

    required property ConsoleViewModel status
    required property DeskViewModel desk
    required property bool compact
    // Where the small window says for a while what there is to say, so that its row of buttons stays.
    readonly property Item news: news
    readonly property bool told: compact && (awayBar.needed || desk.undo !== Terms.Deed.Nothing)

    // At which other desks help is wanted, in the small window: it stands in the place of the name.
    readonly property string wanted: compact && desk.helpDesks !== "" ? Words.place(desk.spot, desk.helpDesks) : ""

    // In a narrow window the words come before their keys.
    readonly property bool keyed: width >= 1080 * Theme.scale

    signal sizeToggled
    signal findAsked

    color: Theme.surface
    implicitHeight: (compact ? 44 : 60) * Theme.scale

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line
        height: Math.max(1, Theme.scale)
        width: parent.width
    }

    DeskTile {
        id: tile

        anchors.left: parent.left
        anchors.leftMargin: bar.compact ? Theme.space2 + 2 : 20 * Theme.scale
        anchors.verticalCenter: parent.verticalCenter
        number: bar.desk.desk
        side: (bar.compact ? 24 : 40) * Theme.scale
    }

    Glyph {
        id: bell

        anchors.left: tile.right
        anchors.leftMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        name: "bell-ring"
        side: 18 * Theme.scale
        visible: bar.wanted !== "" && !bar.told
    }

    Column {
        anchors.left: bell.visible ? bell.right : tile.right
        anchors.leftMargin: bell.visible ? Theme.space1 : bar.compact ? Theme.space2 : 14 * Theme.scale
        anchors.right: bar.compact ? queue.left : large.left
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        visible: !bar.told

        Accessible.name: bar.wanted !== "" ? qsTr("Help wanted: %1").arg(Apart.word(bar.wanted)) : Words.line([Words.place(bar.desk.spot, bar.desk.desk), bar.desk.servicer])
        Accessible.role: Accessible.StaticText

        FitLabel {
            objectName: "who"
            size: bar.compact ? Theme.text14 : Theme.text18
            strong: true
            text: bar.wanted !== "" ? bar.wanted : bar.desk.servicer
            width: parent.width

            Accessible.ignored: true
        }

        FitLabel {
            objectName: "where"
            secondary: true
            size: Theme.text14
            text: Words.line([Words.place(bar.desk.spot, bar.desk.desk), bar.desk.deskName, bar.desk.branchName])
            visible: !bar.compact
            width: parent.width

            Accessible.ignored: true
        }
    }

    Row {
        id: large

        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space3
        visible: !bar.compact

        LinkMark {
            anchors.verticalCenter: parent.verticalCenter
            status: bar.status
            // The bar below says it at length.
            worded: bar.status.link !== Link.LinkState.Away
        }

        // A row's padding is not mirrored.
        Item {
            height: 1
            width: Theme.space4 - Theme.space3
        }

        PlainButton {
            iconName: "search"
            keys: bar.keyed ? Words.printed("Ctrl+F") : ""
            objectName: "find"
            quiet: true
            text: qsTr("Find a number")
            textSize: Theme.text14

            onClicked: bar.findAsked()
        }

        PlainButton {
            iconName: "minimize-2"
            keys: bar.keyed ? Words.printed("Ctrl+O") : ""
            objectName: "smaller"
            quiet: true
            text: qsTr("Small")
            textSize: Theme.text14

            onClicked: bar.sizeToggled()
        }

        PlainButton {
            iconName: "log-out"
            iconTurns: true
            objectName: "signOut"
            quiet: true
            text: Words.deed(Terms.Deed.SignOut, 0)
            textSize: Theme.text14

            onClicked: bar.desk.pressed(Terms.Deed.SignOut)
        }
    }

    Row {
        id: queue

        anchors.right: small.left
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space2
        // Where nobody waits, the card says it.
        visible: bar.compact && !bar.told && bar.desk.waiting > 0
        width: visible ? implicitWidth : 0

        Glyph {
            anchors.verticalCenter: parent.verticalCenter
            name: "users"
            side: 16 * Theme.scale
        }

        FitLabel {
            anchors.verticalCenter: parent.verticalCenter
            objectName: "count"
            size: Theme.text14
            // Beside a call for help how many wait is enough.
            text: Words.line([qsTr("%n waiting", "", bar.desk.waiting), bar.wanted !== "" ? "" : Words.lasting(bar.desk.longestMin)])
            width: Math.min(implicitWidth, 170 * Theme.scale)
        }
    }

    Item {
        id: news

        anchors.bottom: parent.bottom
        anchors.left: tile.right
        anchors.leftMargin: Theme.space2
        anchors.right: small.left
        anchors.rightMargin: Theme.space2
        anchors.top: parent.top
        visible: bar.told

        AwayBar {
            id: awayBar

            anchors.fill: parent
            anchors.margins: 4 * Theme.scale
            compact: true
            radius: Theme.radiusM
            status: bar.status
            visible: needed && bar.compact
        }
    }

    Row {
        id: small

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space2
        visible: bar.compact

        LinkMark {
            anchors.verticalCenter: parent.verticalCenter
            status: bar.status
            // The bar beside it has the same plug.
            visible: !awayBar.needed
            worded: false
        }

        PlainButton {
            iconName: "maximize-2"
            objectName: "larger"
            quiet: true

            Accessible.name: qsTr("Large window")

            onClicked: bar.sizeToggled()
        }
    }
}
