pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// Who is at the desk, largest of all, or who waits for it. Called and serving stand in the same places.
Rectangle {
    id: serving

    required property DeskViewModel desk
    required property ConsoleViewModel status
    readonly property bool called: desk.phase === Terms.Phase.Called
    readonly property bool someone: called || desk.phase === Terms.Phase.Serving
    readonly property bool arrival: desk.arrival !== "" && desk.phase === Terms.Phase.Free && desk.doneLabel === "" && !desk.stored
    // What asks the servicer to do something, and is not a call.
    readonly property bool urges: arrival || overdue
    readonly property bool overdue: desk.phase === Terms.Phase.Paused && desk.overdueMin >= 0
    readonly property color ink: called ? Theme.callInk : Theme.text
    readonly property color ink2: called ? Theme.callInk : Theme.text2

    border.color: called ? Theme.call : urges ? Theme.accent : Theme.line
    border.width: urges ? 2 * Theme.scale : Math.max(1, Theme.scale)
    color: called ? Theme.call : urges ? Theme.tint : Theme.surface
    objectName: "card"
    radius: Theme.radiusL

    Loader {
        anchors.fill: parent
        anchors.leftMargin: 29 * Theme.scale
        anchors.rightMargin: 29 * Theme.scale
        sourceComponent: serving.someone ? customer : hall
    }

    Component {
        id: customer

        Item {
            FitLabel {
                id: phase

                anchors.left: parent.left
                anchors.right: queue.left
                anchors.rightMargin: Theme.space4
                anchors.verticalCenter: queue.verticalCenter
                color: serving.ink
                objectName: "phase"
                size: Theme.text18
                strong: true
                text: !serving.called ? qsTr("Now serving") : serving.desk.calls > 1 ? qsTr("Called to %1 · %n times", "", serving.desk.calls).arg(Apart.word(Words.place(serving.desk.spot, serving.desk.desk))) : qsTr("Called to %1").arg(Apart.word(Words.place(serving.desk.spot, serving.desk.desk)))
            }

            Row {
                id: queue

                anchors.right: parent.right
                anchors.top: parent.top
                anchors.topMargin: 23 * Theme.scale
                spacing: 10 * Theme.scale

                QueueBadge {
                    id: badge

                    anchors.verticalCenter: parent.verticalCenter
                    letter: serving.desk.queueLetter
                    ordinal: serving.desk.queueOrdinal
                    side: Theme.space5
                    visible: letter !== ""
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    color: serving.ink
                    elide: Text.ElideRight
                    font.features: ({"ss01": 1})
                    maximumLineCount: 2
                    objectName: "queueServed"
                    size: Theme.text18
                    text: serving.desk.queueName
                    width: Math.min(implicitWidth, serving.width * 0.5)
                }
            }

            Item {
                id: middle

                anchors.bottom: said.visible ? said.top : hairline.top
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: queue.bottom

                TicketCode {
                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    color: serving.ink
                    fontSizeMode: Text.Fit
                    height: parent.height
                    horizontalAlignment: Text.AlignLeft
                    minimumPixelSize: Theme.text48
                    objectName: "servingLabel"
                    size: Theme.text48 * 19 / 6
                    text: serving.desk.label
                    width: parent.width - clock.width - Theme.space4
                }

                Column {
                    id: clock

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.max(time.implicitWidth, caption.implicitWidth)

                    Text {
                        id: time

                        anchors.right: parent.right
                        color: serving.ink
                        font.family: Theme.family
                        font.features: Theme.digits
                        // Beside the number, and over what is said below it never.
                        font.pixelSize: Math.round(Math.max(Theme.text28, Math.min(Theme.text36 * 2, (middle.height - caption.implicitHeight) / 1.25)))
                        font.weight: Font.Bold
                        objectName: "elapsed"
                        text: Words.span(serving.desk.elapsedS)
                        textFormat: Text.PlainText

                        Accessible.name: text + " " + caption.text
                        Accessible.role: Accessible.StaticText
                    }

                    Label {
                        id: caption

                        anchors.right: parent.right
                        color: serving.ink2
                        size: Theme.text18
                        objectName: "timeCaption"
                        text: serving.called ? qsTr("since the call") : serving.desk.usualHighMin > 0 ? Words.usually(serving.desk.usualLowMin, serving.desk.usualHighMin) : qsTr("with you")
                        wrapMode: Text.NoWrap

                        Accessible.ignored: true
                    }
                }
            }

            Row {
                id: said

                anchors.bottom: hairline.top
                anchors.bottomMargin: 14 * Theme.scale
                anchors.left: parent.left
                spacing: 10 * Theme.scale
                visible: serving.called && serving.desk.onMyWay

                Glyph {
                    anchors.verticalCenter: parent.verticalCenter
                    color: serving.ink
                    name: "user"
                    side: 22 * Theme.scale
                }

                FitLabel {
                    anchors.verticalCenter: parent.verticalCenter
                    color: serving.ink
                    objectName: "onMyWay"
                    size: Theme.text18
                    strong: true
                    text: qsTr("They said on the phone that they are on their way")
                    width: Math.min(implicitWidth, hairline.width - 32 * Theme.scale)
                }
            }

            Rectangle {
                id: hairline

                anchors.bottom: facts.top
                anchors.bottomMargin: Theme.space4
                anchors.left: parent.left
                anchors.right: parent.right
                color: serving.called ? Qt.alpha(Theme.callInk, 0.35) : Theme.line
                height: Math.max(1, Theme.scale)
            }

            Grid {
                id: facts

                anchors.bottom: parent.bottom
                anchors.bottomMargin: 20 * Theme.scale
                anchors.left: parent.left
                anchors.right: parent.right
                columnSpacing: Theme.space5
                columns: 2
                rowSpacing: 10 * Theme.scale

                Fact {
                    caption: qsTr("Waited")
                    iconName: "clock"
                    ink: serving.ink
                    ink2: serving.ink2
                    objectName: "waited"
                    value: Words.lasting(serving.desk.waitedMin)
                    width: (facts.width - facts.columnSpacing) / 2
                }

                Fact {
                    caption: qsTr("Speaks")
                    iconName: "message-square"
                    ink: serving.ink
                    ink2: serving.ink2
                    objectName: "speaks"
                    value: Words.language(serving.desk.speaks)
                    width: (facts.width - facts.columnSpacing) / 2
                }

                Fact {
                    caption: qsTr("Priority")
                    iconName: "chevrons-up"
                    ink: serving.ink
                    ink2: serving.ink2
                    objectName: "priorityShown"
                    value: Words.rank(serving.desk.priority, serving.desk.prioritySaid)
                    width: (facts.width - facts.columnSpacing) / 2
                }

                Fact {
                    caption: qsTr("Note")
                    iconName: "sticky-note"
                    ink: serving.ink
                    ink2: serving.ink2
                    objectName: "noteShown"
                    value: serving.desk.note
                    width: (facts.width - facts.columnSpacing) / 2
                }
            }
        }
    }

    Component {
        id: hall

        Item {
            id: room

            readonly property string sign: {
                if (serving.desk.phase === Terms.Phase.Paused)
                    return "coffee";
                if (serving.desk.doneLabel !== "")
                    return "check";
                if (serving.desk.stored)
                    return "flag";
                return serving.desk.waiting > 0 ? "" : "check";
            }
            readonly property bool counts: sign === ""

            Column {
                anchors.centerIn: parent
                spacing: Theme.space2
                width: parent.width

                Glyph {
                    id: picture

                    anchors.horizontalCenter: parent.horizontalCenter
                    color: serving.overdue ? Theme.text : Theme.ok
                    name: room.counts ? "check" : room.sign
                    side: 84 * Theme.scale
                    visible: !room.counts
                }

                TicketCode {
                    anchors.horizontalCenter: parent.horizontalCenter
                    objectName: "waitingCount"
                    // What is said below it has room in every window.
                    size: Math.min(Theme.text48 * 19 / 6, room.height * 0.42)
                    text: serving.desk.waiting
                    visible: room.counts
                }

                FitLabel {
                    horizontalAlignment: Text.AlignHCenter
                    size: room.counts ? Theme.text28 : Theme.text36
                    strong: true
                    text: {
                        if (serving.desk.phase === Terms.Phase.Paused)
                            return serving.overdue ? qsTr("Your break is over") : qsTr("On a break");
                        if (serving.desk.doneLabel !== "")
                            return qsTr("%1 is done").arg(Apart.word(serving.desk.doneLabel));
                        if (serving.desk.stored)
                            return serving.desk.shut ? qsTr("Nobody can come just now") : qsTr("The next arrival comes to you");
                        if (serving.arrival)
                            return qsTr("Somebody is waiting now");
                        return serving.desk.waiting > 0 ? qsTr("waiting for you", "", serving.desk.waiting) : qsTr("Nobody is waiting");
                    }
                    width: parent.width
                }

                Label {
                    anchors.horizontalCenter: parent.horizontalCenter
                    horizontalAlignment: Text.AlignHCenter
                    secondary: true
                    size: Theme.text18
                    text: {
                        if (serving.desk.phase === Terms.Phase.Paused)
                            return Words.rest(serving.desk.reason, serving.desk.backAt, serving.desk.overdueMin);
                        if (serving.desk.doneLabel !== "")
                            return qsTr("Noted here. It is sent as soon as the server is back.");
                        if (serving.desk.stored && serving.desk.shut)
                            return qsTr("Your queues give no numbers now. Once they do, the next arrival comes to you.");
                        if (serving.desk.stored)
                            return qsTr("They are called as soon as they have a number.");
                        if (serving.arrival)
                            return Words.line([serving.desk.arrival, serving.desk.longestMin < 1 ? qsTr("just now") : Words.ago(serving.desk.longestMin)]);
                        if (serving.desk.waiting > 0)
                            return qsTr("The longest has waited %1").arg(Apart.word(Words.lasting(serving.desk.longestMin)));
                        if (serving.desk.shut)
                            return qsTr("Your queues give no numbers now.");
                        return qsTr("You hear two notes when somebody comes, also when this window is hidden.");
                    }
                    visible: text !== ""
                    width: Math.min(parent.width, 460 * Theme.scale)
                }
            }
        }
    }
}
