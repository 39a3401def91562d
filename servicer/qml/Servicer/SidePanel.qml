pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Who waits, and whoever else matters now; help at the bottom.
Rectangle {
    id: side

    required property ConsoleViewModel status
    required property DeskViewModel desk
    property bool unfolded: false

    signal adviceAnswered
    signal tellAsked

    color: Theme.surface

    Rectangle {
        anchors.left: parent.left
        color: Theme.line
        height: parent.height
        width: Math.max(1, Theme.scale)
    }

    Flickable {
        id: scroll

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.space2
        anchors.left: parent.left
        anchors.leftMargin: Theme.space4
        anchors.right: parent.right
        anchors.rightMargin: Theme.space2
        anchors.top: parent.top
        anchors.topMargin: Theme.space4
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.implicitHeight

        T.ScrollBar.vertical: T.ScrollBar {
            id: scrollBar

            visible: scroll.contentHeight > scroll.height
            width: 4 * Theme.scale

            contentItem: Rectangle {
                color: Theme.control
                implicitWidth: 4 * Theme.scale
                radius: width / 2
            }
        }

        Column {
            id: column

            width: scroll.width - Theme.space2
            x: Application.layoutDirection === Qt.RightToLeft ? scroll.width - width : 0

            CallsForHelp {
                bottomPadding: Theme.space3
                desk: side.desk
                width: column.width
            }

            Item {
                height: 28 * Theme.scale
                width: parent.width

                FitLabel {
                    anchors.left: parent.left
                    anchors.right: longest.left
                    anchors.rightMargin: Theme.space2
                    objectName: "total"
                    size: Theme.text18
                    strong: true
                    text: side.desk.away && side.status.asOf !== "" && side.desk.waiting > 0 ? qsTr("%n waited at %1", "", side.desk.waiting).arg(Apart.word(side.status.asOf)) : side.desk.waiting === 0 ? qsTr("Your queues") : qsTr("%n waiting for you", "", side.desk.waiting)
                }

                FitLabel {
                    id: longest

                    anchors.right: parent.right
                    anchors.top: parent.top
                    objectName: "longest"
                    secondary: true
                    size: Theme.text16
                    text: side.desk.away || side.desk.waiting === 0 ? "" : Words.longest(side.desk.longestMin)
                    width: Math.min(implicitWidth, column.width * 0.5)
                }
            }

            QueueLine {
                iconName: Words.icon(Terms.Deed.Transfer)
                longestMin: side.desk.sentLongestMin
                name: qsTr("Sent to you")
                objectName: "sent"
                old: side.desk.away
                visible: waiting > 0
                waiting: side.desk.sentWaiting
                width: column.width
            }

            Repeater {
                model: side.desk.mine

                QueueLine {
                    required property var model

                    atOnce: model.atOnce
                    highMin: model.highMin
                    intake: model.intake
                    lent: model.lent
                    letter: model.letter
                    longestMin: model.longestMin
                    lowMin: model.lowMin
                    mayReturn: model.mayReturn
                    name: model.name
                    old: side.desk.away
                    ordinal: model.ordinal
                    ready: side.desk.busy === Terms.Deed.Nothing && !side.desk.away
                    slug: model.slug
                    waiting: model.waiting
                    width: column.width

                    onGivenBack: side.desk.asked(Terms.Deed.ServeNoMore, model.slug, 0)
                }
            }

            T.Button {
                id: fold

                bottomPadding: Theme.space2
                focusPolicy: Qt.StrongFocus
                implicitHeight: 44 * Theme.scale
                objectName: "elsewhere"
                text: side.desk.elsewhereWaiting > 0 ? qsTr("Other queues: %n waiting", "", side.desk.elsewhereWaiting) : qsTr("Other queues")
                visible: others.count > 0
                width: column.width

                Accessible.name: text
                Accessible.role: Accessible.Button

                Keys.onEnterPressed: fold.clicked()
                Keys.onReturnPressed: fold.clicked()

                background: Rectangle {
                    border.color: Theme.accent
                    border.width: fold.visualFocus ? 2 * Theme.scale : 0
                    color: "transparent"
                    radius: Theme.radiusS
                }
                contentItem: Row {
                    spacing: Theme.space2

                    FitLabel {
                        anchors.verticalCenter: parent.verticalCenter
                        secondary: true
                        size: Theme.text14
                        text: fold.text
                        width: Math.min(implicitWidth, column.width - 40 * Theme.scale)

                        Accessible.ignored: true
                    }

                    Glyph {
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.text2
                        name: side.unfolded ? "chevron-up" : "chevron-down"
                        side: 18 * Theme.scale
                    }
                }

                onClicked: side.unfolded = !side.unfolded
            }

            Repeater {
                id: others

                model: side.desk.elsewhere

                QueueLine {
                    required property var model

                    atOnce: model.atOnce
                    highMin: model.highMin
                    intake: model.intake
                    letter: model.letter
                    longestMin: model.longestMin
                    lowMin: model.lowMin
                    name: model.name
                    old: side.desk.away
                    ordinal: model.ordinal
                    visible: side.unfolded
                    waiting: model.waiting
                    width: column.width
                }
            }

            SideHeading {
                count: side.desk.heldCount
                title: qsTr("On hold")
                visible: count > 0
                width: column.width
            }

            Repeater {
                model: side.desk.held

                SideRow {
                    required property var model

                    back: Terms.Deed.Resume
                    desk: side.desk
                    kind: "held"
                    label: model.label
                    ticket: model.id
                    width: column.width
                    words: model.remark !== "" ? model.remark : Words.lasting(model.minutes)
                }
            }

            SideHeading {
                count: side.desk.missedCount
                title: qsTr("Missed")
                visible: count > 0
                width: column.width
            }

            Repeater {
                model: side.desk.missed

                SideRow {
                    required property var model

                    back: Terms.Deed.Rejoin
                    desk: side.desk
                    kind: "missed"
                    label: model.label
                    ticket: model.id
                    width: column.width
                    words: Words.ago(model.minutes)
                }
            }

            SideHeading {
                count: side.desk.strandedCount
                title: qsTr("Nobody serves their queue")
                visible: count > 0
                width: column.width
            }

            Repeater {
                model: side.desk.stranded

                SideRow {
                    required property var model

                    desk: side.desk
                    kind: "stranded"
                    label: model.label
                    ticket: model.id
                    width: column.width
                    words: model.queueName
                }
            }

            Item {
                height: Theme.space3
                visible: paper.visible || message.visible || advice.visible
                width: 1
            }

            Column {
                spacing: Theme.space3
                width: parent.width

                AdviceCards {
                    id: advice

                    desk: side.desk
                    width: column.width

                    onAnswered: side.adviceAnswered()
                }

                SideCard {
                    id: paper

                    edge: Theme.text
                    iconName: "printer"
                    title: qsTr("No paper: %1").arg(Apart.word(side.desk.unprinted))
                    visible: side.desk.unprinted !== ""
                    width: column.width
                    words: qsTr("Reprint at the kiosk.")
                }

                SideCard {
                    id: message

                    iconName: "megaphone"
                    objectName: "message"
                    title: side.desk.messageUntil === "" ? qsTr("Everybody is told") : qsTr("Everybody is told until %1").arg(Apart.word(side.desk.messageUntil))
                    visible: side.desk.message !== ""
                    width: column.width
                    words: side.desk.message

                    PlainButton {
                        anchors.left: parent.left
                        enabled: side.desk.busy === Terms.Deed.Nothing && !side.desk.away
                        objectName: "takeBack"
                        text: qsTr("Take back")
                        textSize: Theme.text14

                        onClicked: side.desk.saidToAll({}, 0)
                    }
                }
            }
        }
    }

    Column {
        id: foot

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space4
        anchors.left: parent.left
        anchors.leftMargin: Theme.space4
        anchors.right: parent.right
        anchors.rightMargin: Theme.space4
        spacing: Theme.space2

        Row {
            spacing: Theme.space2
            width: parent.width

            PlainButton {
                enabled: !side.desk.away
                horizontalPadding: Theme.space1
                iconName: "megaphone"
                objectName: "tell"
                text: Words.deed(Terms.Deed.SayToAll, 0)
                textSize: Theme.text14
                width: (parent.width - Theme.space2) * 0.52

                onClicked: side.tellAsked()
            }

            PlainButton {
                chosen: side.desk.alertAlways
                hint: qsTr("Sound at every arrival, and not only when nobody waited")
                horizontalPadding: Theme.space1
                iconName: "bell-ring"
                objectName: "alertAlways"
                text: qsTr("Always ring")
                textSize: Theme.text14
                width: (parent.width - Theme.space2) * 0.48

                onClicked: side.desk.alertAlwaysChosen(!side.desk.alertAlways)
            }
        }

        PlainButton {
            chosen: side.desk.help
            enabled: !side.desk.away
            height: 52 * Theme.scale
            iconName: "bell"
            keys: Words.printed(Words.key(Terms.Deed.Help))
            objectName: "help"
            reason: Words.newcomersWait(side.desk.newcomersMin)
            suggested: reason !== ""
            text: side.desk.help ? qsTr("Stop calling for help") : Words.deed(Terms.Deed.Help, 0)
            width: parent.width

            onClicked: side.desk.pressed(Terms.Deed.Help)
        }
    }
}
