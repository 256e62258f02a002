// SPDX-License-Identifier: Apache-2.0
// Properties:
//   1 Every article of the example help center is read as its front matter and path say.
//   2 Pages of LibreOffice's help (Debian package libreoffice-help-en-us, if it is installed) have a title, their
//     headings have anchors that stand in the page, and nothing of the navigation is in their text.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include <signpost/ingest.h>
#include <catch2/catch.hpp>

using signpost::Document;
using signpost::Section;

namespace {

std::string FileText(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string AllText(const Document& document) {
  std::string text = document.title;
  for (const Section& section : document.sections) text += "\n" + section.heading + "\n" + section.text;
  return text;
}

}  // namespace

TEST_CASE("Example help center: every article is read (1)", "[ingest]") {
  const std::filesystem::path root = SIGNPOST_SOURCE_DIR "/data/help_center";
  std::size_t articles = 0;
  std::set<std::pair<std::string, std::string>> identities;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".md") continue;
    CAPTURE(entry.path());
    ++articles;
    auto sink = [&](const Document& document) {
      CHECK(document.object_id == entry.path().stem());
      CHECK(document.lang == entry.path().lexically_relative(root).begin()->string());
      CHECK_FALSE(document.title.empty());
      CHECK_FALSE(document.url.empty());
      const bool for_agents = entry.path().parent_path().filename() == "agents";
      CHECK(document.audiences == (for_agents ? std::vector<std::string>{"agents"} : std::vector<std::string>{}));
      CHECK(identities.emplace(document.object_id, document.lang).second);
      std::size_t headings = 0;
      for (const Section& section : document.sections) {
        if (section.level == 0) continue;
        ++headings;
        CHECK_FALSE(section.anchor.empty());
        CHECK_FALSE(section.heading.empty());
      }
      CHECK(headings >= 1);
      return absl::OkStatus();
    };
    auto report = signpost::ReadDocuments(entry.path().string(), {}, sink);
    CHECK((report.ok() && report->documents == 1));
  }
  CHECK(articles >= 100);
}

TEST_CASE("LibreOffice help: pages without their navigation (2)", "[ingest]") {
  const std::filesystem::path root = "/usr/share/libreoffice/help/en-US/text";
  if (!std::filesystem::exists(root)) {
    WARN("libreoffice-help-en-us is not installed: not tested");
    return;
  }
  std::set<std::filesystem::path> pages;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() == ".html") pages.insert(entry.path());
  }
  // Of the text around the articles. One page describes the help viewer and says these words itself.
  const char* const navigation[] = {"Search in chosen module", "Help content debug info", "Title is:", "🔎",
                                    "This page is: ",          "LibreOffice 7.4 Help"};
  const std::string page_about_the_viewer = "browserhelp";
  constexpr std::size_t kSample = 200;
  std::size_t step = std::max<std::size_t>(pages.size() / kSample, 1);
  std::size_t number = 0;
  std::size_t sections = 0;
  for (const std::filesystem::path& page : pages) {
    if (number++ % step != 0 || page.stem() == page_about_the_viewer) continue;
    CAPTURE(page);
    std::string html = FileText(page);
    auto document = signpost::ParseHtml(html, "x");
    REQUIRE(document.ok());
    CHECK_FALSE(document->title.empty());
    CHECK(document->lang == "en-US");
    std::string text = AllText(*document);
    for (const char* words : navigation) CHECK(text.find(words) == std::string::npos);
    for (const Section& section : document->sections) {
      if (section.level == 0) continue;
      ++sections;
      CHECK(html.find("\"" + section.anchor + "\"") != std::string::npos);
    }
  }
  CHECK(sections > kSample);
}
