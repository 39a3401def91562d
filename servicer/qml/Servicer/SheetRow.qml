import QtQuick
import Servicer.ViewModels
import TakeANumber.Controls

// One answer in a sheet: a ticket, a queue, a desk, or a span of minutes.
Button {
    id: row

    required property int index
    required property var model
    property int asks: Terms.Asks.Nothing
    readonly property bool isSpan: asks === Terms.Asks.Minutes
    readonly property string slug: isSpan ? "" : model.slug ?? ""
    readonly property int number: {
        if (isSpan)
            return model.modelData;
        return asks === Terms.Asks.Ticket ? model.id : model.number ?? 0;
    }

    signal picked(string text, int number)

    function chosen() {
        row.picked(row.asks === Terms.Asks.Ticket ? "" : row.slug, row.number);
    }

    highlighted: ListView.isCurrentItem && ListView.view.activeFocus
    kind: Button.Quiet
    objectName: "answer-" + (slug !== "" ? slug : number)
    text: {
        switch (asks) {
        case Terms.Asks.Ticket:
            return qsTr("%1 · %2 · %3").arg(model.label).arg(model.queueName).arg(Words.longest(model.minutes)) + (model.priority === "" ? "" : " · " + model.priority);
        case Terms.Asks.Minutes:
            return row.number === 0 ? qsTr("Until I am back") : qsTr("%1 min").arg(row.number);
        case Terms.Asks.Place:
            return row.slug === "" ? qsTr("Desk %1 · %2").arg(row.number).arg(model.name) : model.name;
        default:
            return model.name;
        }
    }
    checked: highlighted

    onClicked: row.chosen()
}
