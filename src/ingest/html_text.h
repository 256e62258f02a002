// SPDX-License-Identifier: Apache-2.0
// html_text.h — the article in an HTML page: what a reader sees of it, without what surrounds and operates it.
//
// Left out: scripts, styles, templates, navigation, dialogs, form controls, embedded objects, reading aids (ruby), what
//           is hidden, and the page's own header, footer and asides (those of the article stay, a header only if it
//           holds a heading, a footer never). One exception: where all children of an element are hidden, a script
//           shows one of them; they are alternatives for the same place and each different one is kept.
// Tables:   a row is a line, its cells joined by " | ". A table that holds headings or other tables only arranges the
//           page; its cells are read like other blocks.
// Anchors:  of a heading: its id, else an id, <a name> or permalink in it, else the id or name that begins right
//           before it (also of an element that the heading opens), else a slug.
#ifndef SIGNPOST_INGEST_HTML_TEXT_H_
#define SIGNPOST_INGEST_HTML_TEXT_H_

#include <string>

#include <gumbo.h>

#include "ingest/section_builder.h"

namespace signpost::ingest {

// Adds what is below `root` to `builder`. `in_article`: root is an article or a part of one, not a whole page.
// `anchor` comes in as the anchor that begins right before it, or empty, and goes out as the one right behind it.
void AddHtmlText(const GumboNode* root, bool in_article, SectionBuilder* builder, std::string* anchor);

// True for <main>, <article> and elements with these roles.
bool IsArticle(const GumboNode* node);

}  // namespace signpost::ingest

#endif  // SIGNPOST_INGEST_HTML_TEXT_H_
