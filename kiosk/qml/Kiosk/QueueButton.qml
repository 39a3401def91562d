pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Kiosk.ViewModels
import TakeANumber.Controls
import TakeANumber.Theme

// One queue to tap: a row where there are few, a slim one in three columns of a wide screen, a card where two stand side by side,
// a small one where three do. On a card the name stands first, and how many wait on its lower edge.
T.AbstractButton {
    id: button

    enum Shape { Row, Slim, Card, Small }

    required property string slug
    required property string letter
    required property string name
    required property int openness
    required property int waiting
    required property int lowMin
    required property int highMin
    required property bool atOnce
    required property bool served
    required property int ordinal
    required property bool taking
    required property string opensAt
    required property int opensInDays
    required property int opensWeekday
    property int shape: QueueButton.Row
    readonly property bool lit: taking || down
    readonly property color ink: lit ? Theme.accentInk : open ? Theme.text : Theme.text2
    readonly property color quietInk: lit ? Theme.accentInk : Theme.text2
    readonly property bool open: openness === Terms.Openness.Giving
    readonly property bool brief: shape === QueueButton.Small || shape === QueueButton.Slim
    readonly property bool counted: open && waiting > 0
    // Only a row has room for another day.
    readonly property string shut: opensAt === "" || shape !== QueueButton.Row && opensInDays > 0 ? qsTr("Closed now") : shape === QueueButton.Row ? OpeningWords.told(opensAt, opensInDays, opensWeekday) : brief ? qsTr("from %1").arg(Apart.word(opensAt)) : qsTr("Opens at %1").arg(Apart.word(opensAt))
    readonly property string otherwise: openness === Terms.Openness.Shut ? shut : openness === Terms.Openness.FullForToday ? qsTr("Full for today") : openness === Terms.Openness.FullNow ? qsTr("Full just now") : atOnce && !brief ? qsTr("Next, at once") : !served && !brief ? qsTr("Nobody serves it yet") : brief ? qsTr("Nobody") : qsTr("Nobody waiting")
    readonly property string howMany: counted ? brief ? qsTr("%n in line", "", waiting) : qsTr("%n waiting", "", waiting) : otherwise
    readonly property string minutes: !open || atOnce || highMin === 0 ? "" : lowMin === highMin ? qsTr("%1 min").arg(highMin) : qsTr("%1–%2 min").arg(lowMin).arg(highMin)
    readonly property string about: counted && !served ? qsTr("nobody serves it yet") : !open || atOnce || highMin === 0 ? "" : lowMin === highMin ? qsTr("about %1 min").arg(highMin) : qsTr("about %1–%2 min").arg(lowMin).arg(highMin)
    readonly property string facts: {
        switch (shape) {
        case QueueButton.Row:
            return about === "" ? howMany : Apart.line([Panel.larger && counted ? String(waiting) : howMany, about]);
        case QueueButton.Card:
            return counted ? minutes === "" ? String(waiting) : Apart.line([String(waiting), minutes]) : howMany;
        default:
            return howMany;
        }
    }

    enabled: open
    focusPolicy: Qt.StrongFocus
    objectName: "queue-" + slug
    padding: shape === QueueButton.Row ? 28 * Panel.px : shape === QueueButton.Card ? 24 * Panel.px : 14 * Panel.px
    verticalPadding: (shape === QueueButton.Row ? Math.max(12, Math.min(20, 12 + 0.3 * (height / Panel.px - 200))) : shape === QueueButton.Slim ? 12 : 10) * Panel.px

    Accessible.description: howMany + " " + about
    Accessible.name: name
    Accessible.role: Accessible.Button

    background: Rectangle {
        border.color: button.visualFocus ? Theme.accent : button.open ? Theme.control : Theme.line
        border.width: (button.visualFocus ? 5 : 3) * Panel.px
        color: button.lit ? Theme.accent : button.open ? Theme.surface : Theme.sunken
        radius: 24 * Panel.px
    }
    contentItem: Loader {
        sourceComponent: button.shape === QueueButton.Row || button.shape === QueueButton.Slim ? row : card
    }

    Component {
        id: row

        Item {
            readonly property bool slim: button.shape === QueueButton.Slim

            QueueBadge {
                id: rowBadge

                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                letter: button.letter
                opacity: button.open ? 1 : 0.5
                ordinal: button.ordinal
                side: (parent.slim ? 80 : 112) * Panel.px
            }

            Item {
                id: words

                anchors.bottom: parent.bottom
                anchors.left: rowBadge.right
                anchors.leftMargin: (parent.slim ? 20 : 28) * Panel.px
                anchors.right: more.visible ? more.left : parent.right
                anchors.rightMargin: more.visible ? Panel.gap : 0
                anchors.top: parent.top

                QueueName {
                    id: rowName

                    color: button.ink
                    elide: Text.ElideNone
                    fontSizeMode: Text.Fit
                    full: (button.shape === QueueButton.Slim ? 43 : Panel.larger ? 81 : 60) * Panel.px
                    height: words.height - rowFacts.height
                    least: Panel.larger ? 60 / 81 : 0.65
                    lineHeight: 1
                    maximumLineCount: 4
                    // A name gives way only where it would else leave its button, and never below what is read standing.
                    minimumPixelSize: Math.round(Math.min(size, 41 * Panel.px))
                    text: button.name
                    width: parent.width
                    // Both together stand in the middle.
                    y: Math.max(0, (words.height - contentHeight - rowFacts.height) / 2)
                }

                Label {
                    id: rowFacts

                    color: button.quietInk
                    fontSizeMode: Text.HorizontalFit
                    maximumLineCount: 1
                    minimumPixelSize: Math.round(size * 0.75)
                    size: Panel.small
                    text: button.facts
                    width: parent.width
                    y: rowName.y + rowName.contentHeight
                }
            }

            Icon {
                id: more

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                color: button.quietInk
                mirrors: true
                name: "chevron-right"
                side: 56 * Panel.px
                visible: !parent.slim && button.open
            }
        }
    }

    Component {
        id: card

        Item {
            readonly property bool small: button.shape === QueueButton.Small

            QueueName {
                anchors.bottom: foot.top
                anchors.bottomMargin: 4 * Panel.px
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                color: button.ink
                elide: Text.ElideNone
                fontSizeMode: Text.Fit
                full: (parent.small ? 43 : 50) * Panel.px
                lineHeight: 0.98
                maximumLineCount: 4
                minimumPixelSize: Math.round(size * 0.6)
                text: button.name
            }

            Item {
                id: foot

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.right: parent.right
                height: 66 * Panel.px

                QueueBadge {
                    id: footBadge

                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    letter: button.letter
                    opacity: button.open ? 1 : 0.5
                    ordinal: button.ordinal
                    side: 64 * Panel.px
                }

                Icon {
                    id: people

                    anchors.left: footBadge.right
                    anchors.leftMargin: 10 * Panel.px
                    anchors.verticalCenter: parent.verticalCenter
                    color: button.quietInk
                    name: "users"
                    side: 44 * Panel.px
                    visible: button.shape === QueueButton.Card && button.counted
                }

                Label {
                    anchors.left: people.visible ? people.right : footBadge.right
                    anchors.leftMargin: (people.visible ? 6 : 8) * Panel.px
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    color: button.quietInk
                    fontSizeMode: Text.HorizontalFit
                    maximumLineCount: 1
                    minimumPixelSize: Math.round(size * 0.6)
                    size: 41 * Panel.px
                    text: button.facts
                }
            }
        }
    }
}
