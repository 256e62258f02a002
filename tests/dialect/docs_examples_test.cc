// SPDX-License-Identifier: Apache-2.0
// The examples of docs/highlighting.md and docs/answers.md give what the pages say: blocks behind `<!-- spec: ... -->` are documents,
// settings, requests, and what the first hit or answer holds then.
#include <signpost/dialect.h>
#include <signpost/signpost.h>

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using signpost::Value;

struct Block {
  std::string what;
  std::string text;
};

std::vector<Block> ReadBlocks(const std::string& path) {
  std::ifstream file(path);
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  const std::string mark = "<!-- spec: ", fence = "```json\n";
  std::vector<Block> out;
  for (std::size_t at = page.find(mark); at != page.npos; at = page.find(mark, at + 1)) {
    const std::size_t end = page.find(" -->", at);
    Block block{.what = page.substr(at + mark.size(), end - at - mark.size())};
    const std::size_t begin = page.find(fence, end), next = page.find(mark, end);
    if (begin < next)
      block.text = page.substr(begin + fence.size(), page.find("```", begin + fence.size()) - begin - fence.size());
    out.push_back(block);
  }
  return out;
}

Value Json(const std::string& text) {
  auto value = signpost::ParseJson(text);
  if (!value.ok()) throw std::runtime_error("no JSON: " + text);
  return *std::move(value);
}

const Value* Member(const Value& object, const std::string& name) {
  for (const signpost::Attribute& member : *object.object()) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

// Runs the blocks of a page in order.
class Page {
 public:
  explicit Page(const std::string& name) : blocks_(ReadBlocks(SIGNPOST_SOURCE_DIR "/docs/" + name)) {}

  // Returns how many expectations were met.
  int Run() {
    int met = 0;
    for (const Block& block : blocks_) {
      CAPTURE(block.what, block.text);
      if (block.what == "documents") {
        documents_ = Json(block.text);
      } else if (block.what == "settings") {
        Build(block.text);
      } else if (block.what == "request") {
        Ask(block.text);
      } else {
        Expect(block);
        ++met;
      }
    }
    return met;
  }

 private:
  void Build(const std::string& settings) {
    auto builder = signpost::IndexBuilder::Create(*signpost::ParseSettings(settings));
    REQUIRE(builder.ok());
    for (const Value& document : *documents_.array()) {
      REQUIRE(builder->Add(*signpost::ParseDocument(signpost::ToJson(document))).ok());
    }
    index_.emplace(*std::move(*builder).Build());
  }

  void Ask(const std::string& request) {
    const auto parameters = signpost::ParseSearchParameters(request);
    REQUIRE(parameters.ok());
    response_ = Json(signpost::ToJson(*index_->Search(parameters->audience, parameters->request)));
  }

  void Expect(const Block& block) {
    const Value* answers = Member(response_, "answers");
    if (block.what == "no answer") {
      CHECK(answers == nullptr);
    } else if (block.what == "answer") {
      REQUIRE(answers != nullptr);
      Value::Object answer = *answers->array()->front().object();
      std::erase_if(answer, [](const signpost::Attribute& member) { return member.name == "confidence"; });
      CHECK(signpost::ToJson(Value(answer)) == signpost::ToJson(Json(block.text)));
    } else {
      REQUIRE(block.what.starts_with("hit "));
      const Value* hits = Member(response_, "hits");
      REQUIRE_FALSE(hits->array()->empty());
      const Value* member = Member(hits->array()->front(), block.what.substr(4));
      REQUIRE(member != nullptr);
      CHECK(signpost::ToJson(*member) == signpost::ToJson(Json(block.text)));
    }
  }

  std::vector<Block> blocks_;
  Value documents_;
  std::optional<signpost::Index> index_;
  Value response_;
};

}  // namespace

TEST_CASE("Documentation: the examples of highlighting.md", "[dialect]") { CHECK(Page("highlighting.md").Run() == 4); }

TEST_CASE("Documentation: the examples of answers.md", "[dialect]") { CHECK(Page("answers.md").Run() == 2); }
