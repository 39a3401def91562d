import QtQuick
import TakeANumber.Theme

// A raised surface.
Rectangle {
    border.color: Theme.line
    border.width: Math.max(1, Theme.scale)
    color: Theme.surface
    radius: Theme.radiusL
}
