// SPDX-License-Identifier: Apache-2.0
// terminal_text.h — text of documents and queries made safe for a terminal.
#ifndef SIGNPOST_CLI_TERMINAL_TEXT_H_
#define SIGNPOST_CLI_TERMINAL_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace signpost::cli {

// Tags for HighlightOptions. They hold control characters: text that happens to hold them too can at worst be coloured
// wrongly, since TerminalText makes of them nothing but its own escape sequences.
constexpr std::string_view kMarkBegin = "\x02\x1F\x02";
constexpr std::string_view kMarkEnd = "\x03\x1F\x03";

// What stands around and between marks: escape sequences, or empty for text without colours.
struct TextStyle {
  std::string_view plain;   // begins the text and follows each mark
  std::string_view marked;  // begins each mark
  std::string_view reset;   // ends the text and each mark
};

// Returns `text` in one line: line breaks and tabs become spaces, marks become what `style` says, and other control
// characters (C0, DEL, C1) go.
std::string TerminalText(std::string_view text, const TextStyle& style = {});

// Returns how many columns a terminal gives to `text`, which must be free of control characters.
std::size_t DisplayWidth(std::string_view text);

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_TERMINAL_TEXT_H_
