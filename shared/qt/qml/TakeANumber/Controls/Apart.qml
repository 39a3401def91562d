pragma Singleton

import QtQuick

// A name, a number or a time that stands in a sentence of another direction keeps its own, and does not tear the sentence apart.
QtObject {
    // What stands between the words of a list.
    readonly property string comma: Application.layoutDirection === Qt.RightToLeft ? "\u060c " : ", "

    // U+2068 begins what has its own direction, U+2069 ends it. Nobody who reads from the left meets these around their own letters.
    function word(text: string): string {
        const needed = Application.layoutDirection === Qt.RightToLeft || /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(text);
        return text === "" || !needed ? text : "\u2068" + text + "\u2069";
    }

    // Opening hours, the first at the side where one begins to read; U+2067 begins what is read from the right, U+2066 from the left.
    function hours(spans: string): string {
        const begin = Application.layoutDirection === Qt.RightToLeft ? "\u2067" : "\u2066";
        return begin + spans.split(", ").join(comma) + "\u2069";
    }

    // Whether a text is read from the right: its first letter that has a direction says so.
    function fromTheRight(text: string): bool {
        const first = text.match(/[A-Za-z\u00c0-\u02af\u0370-\u052f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/);
        return first !== null && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(first[0]);
    }

    // Words side by side, in the order in which one reads; of none nothing.
    function line(parts: list<string>): string {
        return joined(parts, " · ");
    }

    // The same with commas.
    function list(parts: list<string>): string {
        return joined(parts, Apart.comma);
    }

    function joined(parts: list<string>, between: string): string {
        const words = parts.filter(part => part !== "").map(part => word(part));
        const mark = Application.layoutDirection === Qt.RightToLeft && words.length > 0 ? "\u200f" : "";
        return mark + words.join(between);
    }
}
