pragma Singleton

import QtQuick
import TakeANumber.PairingModel

// The sizes of the pairing screens: in pixels of a kiosk's 21.5″ panel, a board of 1080 lines, or a console of 1100 × 720.
QtObject {
    property int face: Terms.Face.Kiosk
    property real width: 1080
    property real height: 1920

    readonly property bool kiosk: face === Terms.Face.Kiosk
    readonly property bool display: face === Terms.Face.Display
    readonly property bool desk: face === Terms.Face.Console
    readonly property bool portrait: height > width
    // A console's small window has room for the code, and for little else.
    readonly property bool small: desk && (width < 700 || height < 480)
    readonly property real px: {
        if (small)
            return Math.max(1, Math.min(2, width / 360, height / 220));
        return desk ? Math.max(1, Math.min(width / 1100, height / 720)) : Math.max(0.1, Math.min(Math.min(width, height) / 1080, Math.max(width, height) / 1920));
    }
    readonly property bool tall: portrait && !desk

    readonly property real edge: (small ? 10 : desk ? 20 : display ? 48 : 56) * px
    readonly property real margin: (small ? 12 : desk ? 102 : tall ? 56 : display ? 104 : 56) * px
    readonly property real head: (small ? 34 : desk ? 60 : display ? 104 : 112) * px
    readonly property real gap: (small ? 8 : desk ? 12 : 16) * px
    readonly property real apart: (small ? 10 : desk ? 24 : 40) * px

    readonly property real title: (small ? 16 : desk ? 36 : display ? 96 : 84) * px
    readonly property real words: (small ? 14 : desk ? 18 : display ? 48 : tall ? 48 : 44) * px
    readonly property real fine: (small ? 14 : desk ? 16 : display ? 40 : 41) * px
    readonly property real address: (small ? 16 : desk ? 22 : display ? 60 : tall ? 48 : 54) * px
    readonly property real action: (small ? 14 : desk ? 16 : display ? 40 : 41) * px

    readonly property real boxWidth: (small ? 30 : desk ? 58 : display ? tall ? 106 : 128 : 92) * px
    readonly property real boxHeight: (small ? 40 : desk ? 76 : display ? tall ? 148 : 182 : 128) * px
    readonly property real boxGap: (small ? 4 : desk ? 8 : display ? tall ? 10 : 14 : 10) * px
    readonly property real fours: (small ? 14 : desk ? 28 : display ? tall ? 48 : 70 : 48) * px
    readonly property real letter: boxHeight * 0.6

    readonly property real button: (small ? 44 : desk ? 48 : display ? 88 : 112) * px
    readonly property real key: (desk ? 44 : display ? 88 : 96) * px
}
