import QtQuick
import Kiosk.ViewModels
import TakeANumber.Controls

// What do you need? Tapping a queue gives the number.
KioskPage {
    id: page

    required property AidsViewModel aids
    required property HomeViewModel home
    required property KioskViewModel kiosk
    required property PriorityViewModel priority
    // Three columns take the whole width of a wide screen, and the title stands above them.
    readonly property bool above: Panel.portrait || grid.columns === 3
    readonly property bool wide: above && !Panel.portrait
    readonly property bool joins: home.joinUrl !== "" && home.changing === "" && priority.name === ""
    readonly property bool crowded: notices.said && (joins || grid.columns === 3)
    // Whether a wide screen's line above its three columns holds the title, what there is to know, and the code.
    readonly property bool packed: wide && notices.said && joins
    // How many lines of a message there is room for, beside all else that has to be seen.
    readonly property real noticesRoom: wide ? place.height + (header.showsTime ? 24 : 96) * Panel.px : place.height - heading.height - greeting.spacing - (joins ? byPhone.implicitHeight + greeting.spacing : 0)
    readonly property int messageLines: Math.max(wide ? 1 : 2, Math.floor((noticesRoom - notices.nobodyHeight - notices.chosenHeight - Panel.small) / (1.22 * Panel.small)))
    // The branch's own line has room above its words already.
    readonly property real foot: kiosk.footer !== "" ? 4 * Panel.px : Panel.gap
    // What of a tall screen lies above 1100 mm from the floor, where the kiosk stands as it should.
    readonly property real reach: 706 * Panel.px

    spoken: [notices.spoken, heading.text, what.text, home.namesAloud].filter(text => text !== "").join(". ")

    Header {
        id: header

        anchors.left: parent.left
        anchors.top: parent.top
        kiosk: page.kiosk
        showsTime: page.above && !(page.wide && page.joins)
        width: page.above ? parent.width : Panel.aside
    }

    Item {
        id: place

        anchors.left: parent.left
        anchors.leftMargin: Panel.margin
        height: (page.above ? grid.y + grid.height - grid.used - (!page.wide ? 36 : grid.tight ? 6 : 20) * Panel.px : parent.height) - y
        width: page.above ? parent.width - 2 * Panel.margin : page.wordsWidth
        y: header.height
    }

    // Right above the queues, or in the middle beside them.
    Column {
        id: greeting

        anchors.left: place.left
        spacing: Panel.apart
        width: page.packed ? place.width * 0.32 : page.wide && (notices.said || page.joins) ? place.width * 0.5 : place.width
        y: place.y + (page.above ? place.height - height : Math.max(0, (place.height - height - Panel.header) / 2))

        HomeNotices {
            brief: notices.brief
            dense: notices.dense
            home: page.home
            mostLines: page.messageLines
            oneOnly: notices.oneOnly
            priority: page.priority
            visible: notices.said && !page.wide
            width: parent.width
        }

        JoinCode {
            brief: byPhone.brief
            url: page.home.joinUrl
            visible: page.joins && Panel.portrait
            width: parent.width
        }

        Heading {
            id: heading

            bold: true
            fontSizeMode: page.packed ? Text.Fit : page.wide ? Text.HorizontalFit : Text.FixedSize
            height: page.packed ? place.height : implicitHeight
            lineHeight: 1.05
            minimumPixelSize: Math.round(size * (page.packed ? 0.5 : 0.6))
            size: page.wide || page.crowded ? 64 * Panel.px : Panel.title
            text: page.home.changing !== "" ? qsTr("Which queue instead?") : page.aids.larger || page.crowded || page.wide ? qsTr("What do you need today?") : qsTr("Welcome. What do you need today?")
            // The queues say it themselves; where there is little room, what has to be known comes first.
            visible: page.wide || !page.crowded || notices.implicitHeight + byPhone.implicitHeight + implicitHeight + 2 * greeting.spacing <= place.height
            verticalAlignment: page.packed ? Text.AlignBottom : Text.AlignTop
            width: parent.width
            wrapMode: page.wide && !page.packed ? Text.NoWrap : Text.WordWrap
        }

        Label {
            id: what

            secondary: true
            size: Panel.words
            text: {
                if (page.home.changing !== "")
                    return qsTr("You keep %1 until you tap another.").arg(Apart.word(page.home.changing));
                if (page.home.groupCount > 0)
                    return qsTr("Tap where yours is.");
                return page.home.queueCount === 1 ? qsTr("Tap to get your number.") : qsTr("Tap one to get your number.");
            }
            visible: page.home.changing !== "" || page.home.groupCount > 0 || !page.crowded && !page.wide && !page.aids.larger
            width: parent.width
        }

        JoinCode {
            brief: byPhone.brief
            url: page.home.joinUrl
            visible: page.joins && !page.above
            width: parent.width
        }
    }

    HomeNotices {
        id: notices

        anchors.bottom: place.bottom
        anchors.right: parent.right
        anchors.rightMargin: Panel.margin + (page.packed ? byPhone.width + 2 * Panel.gap : 0)
        brief: page.packed
        dense: page.joins
        oneOnly: page.packed
        home: page.home
        mostLines: page.messageLines
        opacity: page.wide ? 1 : 0
        priority: page.priority
        visible: said
        width: page.wide ? place.width * (page.packed ? 0.36 : 0.48) : place.width
    }

    // The queues on this screen are the short way; whoever likes their phone better finds it here.
    JoinCode {
        id: byPhone

        anchors.bottom: place.bottom
        anchors.right: parent.right
        anchors.rightMargin: Panel.margin
        brief: page.packed || page.aids.larger
        opacity: page.wide ? 1 : 0
        url: page.home.joinUrl
        visible: page.joins
        width: page.wide ? place.width * (page.packed ? 0.28 : 0.42) : place.width
    }

    QueueGrid {
        id: grid

        aids: page.aids
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Panel.portrait || columns === 3 ? page.foot : Math.max(page.foot, page.aids.lower ? 0 : (page.height - used) / 2)
        anchors.right: parent.right
        anchors.rightMargin: Panel.margin
        height: Panel.portrait ? parent.height - page.reach * (page.aids.larger ? 0.9 : 1) - page.foot : columns === 3 ? parent.height - Panel.header - (tight ? 92 : 116) * Panel.px - page.foot : parent.height - page.foot - Panel.gap
        home: page.home
        priority: page.priority
        tight: page.kiosk.footer !== ""
        width: page.above ? parent.width - 2 * Panel.margin : page.controlsWidth
    }
}
