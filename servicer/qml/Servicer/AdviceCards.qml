pragma ComponentBehavior: Bound

import QtQuick
import Servicer.ViewModels
import TakeANumber.Theme

// All that this desk is advised.
Column {
    id: cards

    required property DeskViewModel desk

    signal answered

    spacing: Theme.space3
    visible: desk.adviceCount > 0

    Repeater {
        model: cards.desk.advice

        AdviceCard {
            required property var model

            advised: model.advised
            afterMin: model.afterMin
            beforeMin: model.beforeMin
            desk: cards.desk
            key: model.key
            name: model.name
            other: model.other
            otherAfterMin: model.otherAfterMin
            otherBeforeMin: model.otherBeforeMin
            queue: model.queue
            width: cards.width

            onAnswered: cards.answered()
        }
    }
}
