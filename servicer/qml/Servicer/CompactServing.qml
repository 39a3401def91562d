import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// The same as ServingNow in the smallest window: one line, the number first.
Rectangle {
    id: serving

    required property DeskViewModel desk
    readonly property bool called: desk.phase === Terms.Phase.Called
    readonly property bool someone: called || desk.phase === Terms.Phase.Serving
    readonly property bool paused: desk.phase === Terms.Phase.Paused
    readonly property bool arrival: desk.arrival !== "" && desk.phase === Terms.Phase.Free && desk.doneLabel === "" && !desk.stored
    readonly property bool urges: arrival || overdue
    readonly property bool overdue: paused && desk.overdueMin >= 0
    readonly property bool counts: !someone && !paused && desk.doneLabel === ""
    readonly property string said: Words.notice(desk.notice, desk.spot)
    // Whether and where help is wanted: at kiosks, and at other desks while nobody is here; then the header says that.
    readonly property bool asked: desk.helpWanted !== "" || !someone && desk.helpDesks !== ""
    readonly property string wanted: Apart.list([desk.helpWanted, desk.helpDesks === "" ? "" : Words.place(desk.spot, desk.helpDesks)])
    // What concerns this desk more than its customer: a manager calls, or somebody comes to help.
    readonly property string news: desk.staffCallBy !== "" ? Words.line([Words.calledBy(desk.staffCallBy), someone ? "" : desk.staffCallReason]) : desk.helper !== "" ? Words.line([Words.comes(desk.helper), Words.helperFrom(desk.spot, desk.helperDesk)]) : ""
    // Whether there is nothing more urgent to read than what is known of the customer.
    readonly property bool facts: someone && said === "" && news === "" && !asked && !(called && desk.onMyWay)
    // A name that takes three lines stands alone: that somebody is served is seen by their number and the time.
    readonly property bool long: facts && !called && whole.advanceWidth > 1.8 * second.width
    // Who waits for this desk, in short: in which queues, and who was sent here.
    readonly property string mine: Words.line([desk.sentWaiting > 0 ? qsTr("Sent to you %1").arg(desk.sentWaiting) : "", desk.mineWaiting])
    readonly property color ink: called ? Theme.callInk : Theme.text
    readonly property color ink2: called ? Theme.callInk : Theme.text2

    border.color: called ? Theme.call : urges ? Theme.accent : Theme.line
    border.width: urges ? 2 * Theme.scale : Math.max(1, Theme.scale)
    color: called ? Theme.call : urges ? Theme.tint : Theme.surface
    objectName: "card"
    radius: Theme.radiusM

    TextMetrics {
        id: whole

        font.family: Theme.family
        font.pixelSize: second.least
        text: second.text
    }

    TicketCode {
        id: code

        anchors.left: parent.left
        anchors.leftMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        color: serving.ink
        objectName: serving.counts ? "waitingCount" : "servingLabel"
        size: Theme.text36 * 1.15
        text: serving.someone ? serving.desk.label : serving.desk.waiting
        visible: serving.someone || serving.counts && serving.desk.waiting > 0
        width: visible ? implicitWidth : 0
    }

    Text {
        id: time

        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        color: serving.ink
        font.family: Theme.family
        font.features: Theme.digits
        font.pixelSize: Math.round(Theme.text28)
        font.weight: Font.Bold
        objectName: "elapsed"
        text: Words.span(serving.desk.elapsedS)
        textFormat: Text.PlainText
        visible: serving.someone
        width: visible ? implicitWidth : 0
    }

    Column {
        anchors.left: code.right
        anchors.leftMargin: Theme.space3
        anchors.right: time.left
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter

        FitLabel {
            color: serving.ink
            size: Theme.text16
            strong: true
            text: {
                if (serving.called)
                    return serving.desk.calls > 1 ? qsTr("Called · %n times", "", serving.desk.calls) : qsTr("Called");
                if (serving.someone)
                    return qsTr("Serving");
                if (serving.paused)
                    return serving.overdue ? qsTr("Your break is over") : qsTr("On a break");
                if (serving.desk.doneLabel !== "")
                    return qsTr("%1 is done").arg(Apart.word(serving.desk.doneLabel));
                if (serving.desk.stored)
                    return serving.desk.shut ? qsTr("Nobody can come just now") : qsTr("The next arrival comes to you");
                return serving.arrival ? qsTr("Somebody is waiting now") : serving.desk.waiting > 0 ? qsTr("waiting for you", "", serving.desk.waiting) : qsTr("Nobody is waiting");
            }
            visible: !serving.long
            width: parent.width
        }

        Row {
            spacing: Theme.space1
            visible: second.text !== ""
            width: parent.width

            Glyph {
                id: rank

                anchors.verticalCenter: parent.verticalCenter
                color: serving.ink2
                name: "chevrons-up"
                side: 16 * Theme.scale
                visible: serving.facts && serving.desk.priority !== ""
            }

            Glyph {
                id: tongue

                anchors.verticalCenter: parent.verticalCenter
                color: serving.ink2
                name: "message-square"
                side: 16 * Theme.scale
                visible: serving.facts && serving.desk.speaks !== ""
            }

            Glyph {
                id: remark

                anchors.verticalCenter: parent.verticalCenter
                color: serving.ink2
                name: "sticky-note"
                side: 16 * Theme.scale
                visible: serving.facts && serving.desk.note !== ""
            }

            FitLabel {
                id: second

                anchors.verticalCenter: parent.verticalCenter
                color: serving.ink2
                fontSizeMode: Text.Fit
                height: Math.min(implicitHeight, (maximumLineCount > 2 ? 46 : 32) * Theme.scale)
                least: 13 * Theme.scale
                lineHeight: 0.9
                maximumLineCount: serving.long || serving.news !== "" ? 3 : 2
                objectName: "second"
                size: Theme.text14
                text: {
                    if (serving.said !== "")
                        return serving.said;
                    if (serving.news !== "")
                        return serving.news;
                    if (serving.asked)
                        return qsTr("Help wanted: %1").arg(serving.wanted);
                    if (serving.called && serving.desk.onMyWay)
                        return qsTr("On their way");
                    if (serving.someone)
                        return serving.desk.speaks !== "" ? Words.language(serving.desk.speaks) : serving.desk.queueName;
                    if (serving.paused)
                        return serving.overdue ? Words.line([serving.desk.backAt, Words.ago(serving.desk.overdueMin)]) : Words.rest(serving.desk.reason, serving.desk.backAt, -1);
                    if (serving.desk.doneLabel !== "")
                        return qsTr("Sent when the server is back");
                    if (serving.desk.shut && serving.desk.waiting === 0)
                        return qsTr("No numbers just now");
                    return serving.arrival ? serving.desk.arrival : serving.desk.waiting > 0 ? serving.mine : "";
                }
                width: parent.width - [rank, tongue, remark].filter(one => one.visible).length * (16 * Theme.scale + Theme.space1)
                // A long word goes on in the next line.
                wrapMode: Text.Wrap
            }
        }
    }
}
