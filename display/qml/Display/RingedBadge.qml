import QtQuick
import TakeANumber.Controls
import TakeANumber.Theme

// A queue's badge with a ring, so that it stands out from every ground.
QueueBadge {
    border.color: Theme.text
    border.width: 1.5 * Theme.scale
}
