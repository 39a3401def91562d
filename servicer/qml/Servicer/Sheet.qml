pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Theme

// A question over the desk: a reason, a place, a person. Escape closes it; what lies below it is disabled meanwhile.
FocusScope {
    id: sheet

    required property DeskViewModel desk
    required property bool compact
    property int deed: Terms.Deed.Nothing
    property int asks: Terms.Asks.Nothing
    // Whom it is about, where that is not the customer at the desk.
    property int ticket: 0
    property string label: ""
    // The rest is not to be read or pressed meanwhile.
    readonly property bool covers: open
    // Whether an answer would be heard now.
    readonly property bool ready: desk.busy === Terms.Deed.Nothing && !desk.away
    readonly property bool open: asks !== Terms.Asks.Nothing

    signal closed
    signal sizeToggled

    function show(deed: int, asks: int) {
        sheet.about(deed, asks, 0, sheet.desk.label);
    }

    function about(deed: int, asks: int, ticket: int, label: string) {
        sheet.asks = Terms.Asks.Nothing;
        sheet.deed = deed;
        sheet.ticket = ticket;
        sheet.label = label;
        sheet.asks = asks;
        scroll.contentY = 0;
    }

    function close() {
        if (sheet.desk.search !== "")
            sheet.desk.searched("");
        sheet.deed = Terms.Deed.Nothing;
        sheet.asks = Terms.Asks.Nothing;
        sheet.closed();
    }

    function answer(text: string, number: int) {
        const deed = sheet.deed;
        sheet.close();
        sheet.desk.asked(deed, text, number);
    }

    visible: open

    Rectangle {
        anchors.fill: parent
        color: Qt.alpha(Theme.callInk, 0.6)
    }

    MouseArea {
        anchors.fill: parent

        onClicked: sheet.close()
        onWheel: wheel => wheel.accepted = true
    }

    Shortcut {
        enabled: sheet.open
        sequence: "Escape"

        onActivated: sheet.close()
    }

    Rectangle {
        id: card

        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Theme.line
        border.width: Theme.mode === Theme.Light ? 0 : Math.max(1, Theme.scale)
        color: Theme.surface
        height: sheet.compact ? parent.height : Math.min(parent.height - 2 * Theme.space3, head.height + form.implicitHeight + 40 * Theme.scale)
        objectName: "sheet"
        radius: sheet.compact ? 0 : Theme.radiusL
        width: sheet.compact ? parent.width : Math.min(parent.width - 2 * Theme.space4, 660 * Theme.scale)
        y: sheet.compact ? 0 : Math.min(Theme.space5, (parent.height - height) / 2)

        MouseArea {
            anchors.fill: parent
        }

        Item {
            id: head

            anchors.left: parent.left
            anchors.leftMargin: (sheet.compact ? 12 : 28) * Theme.scale
            anchors.right: parent.right
            anchors.rightMargin: (sheet.compact ? 4 : 20) * Theme.scale
            anchors.top: parent.top
            anchors.topMargin: (sheet.compact ? 0 : 14) * Theme.scale
            height: (sheet.compact ? 44 : 64) * Theme.scale

            FitLabel {
                anchors.left: parent.left
                anchors.right: shut.left
                anchors.rightMargin: Theme.space2
                anchors.verticalCenter: parent.verticalCenter
                font.weight: Font.Bold
                fontSizeMode: sheet.compact ? Text.Fit : Text.HorizontalFit
                height: Math.min(implicitHeight, 40 * Theme.scale)
                maximumLineCount: sheet.compact ? 2 : 1
                objectName: "question"
                size: sheet.compact ? Theme.text16 : Theme.text28
                verticalAlignment: Text.AlignVCenter
                wrapMode: sheet.compact ? Text.WordWrap : Text.NoWrap
                text: sheet.asks === Terms.Asks.Search ? qsTr("Find a number") : sheet.asks === Terms.Asks.Rest ? qsTr("More") : Words.question(sheet.deed, sheet.label)

                Accessible.role: Accessible.Heading
            }

            PlainButton {
                id: shut

                activeFocusOnTab: true
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                iconName: "x"
                keys: sheet.compact ? "" : Words.printed("Esc")
                objectName: "back"
                quiet: true

                Accessible.name: qsTr("Close")

                onClicked: sheet.close()
            }
        }

        Flickable {
            id: scroll

            // So that no edge of a field in focus is cut.
            readonly property real edge: 8 * Theme.scale

            anchors.bottom: parent.bottom
            anchors.bottomMargin: sheet.compact ? 0 : Theme.space2
            anchors.left: parent.left
            anchors.leftMargin: (sheet.compact ? 12 : 28) * Theme.scale - edge
            anchors.right: parent.right
            anchors.rightMargin: (sheet.compact ? 12 : 28) * Theme.scale - edge
            anchors.top: head.bottom
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: form.implicitHeight + 2 * edge

            Loader {
                id: form

                focus: true
                sourceComponent: {
                    switch (sheet.asks) {
                    case Terms.Asks.Confirmation:
                    case Terms.Asks.Reason:
                    case Terms.Asks.Remark:
                        return words;
                    case Terms.Asks.Ticket:
                        return line;
                    case Terms.Asks.Place:
                        return places;
                    case Terms.Asks.Minutes:
                        return pause;
                    case Terms.Asks.Newcomer:
                        return walkIn;
                    case Terms.Asks.Words:
                        return tell;
                    case Terms.Asks.Search:
                        return find;
                    case Terms.Asks.Class:
                        return ranks;
                    case Terms.Asks.Rest:
                        return rest;
                    default:
                        return null;
                    }
                }
                width: scroll.width - 2 * scroll.edge
                x: scroll.edge
                y: scroll.edge

                onLoaded: (form.item as SheetForm).begin()
            }
        }
    }

    Component {
        id: words

        WordsForm {
            sheet: sheet
        }
    }

    Component {
        id: line

        LineForm {
            sheet: sheet
        }
    }

    Component {
        id: places

        PlacesForm {
            sheet: sheet
        }
    }

    Component {
        id: pause

        BreakForm {
            sheet: sheet
        }
    }

    Component {
        id: walkIn

        WalkInForm {
            sheet: sheet
        }
    }

    Component {
        id: tell

        TellForm {
            sheet: sheet
        }
    }

    Component {
        id: find

        FindForm {
            sheet: sheet
        }
    }

    Component {
        id: ranks

        RankForm {
            sheet: sheet
        }
    }

    Component {
        id: rest

        RestForm {
            sheet: sheet
        }
    }
}
