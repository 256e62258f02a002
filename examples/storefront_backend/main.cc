// SPDX-License-Identifier: Apache-2.0
// Storefront backend: one search box over help articles, community answers and products; canned replies for agents.
//
// Usage: storefront_backend DATA [--agent] [REQUEST...]
// DATA is data/ of the source tree. A request is JSON (backend.h); without any, each line of the standard input is one. Prints
// one line of JSON for each; for a request that cannot be answered {"status", "message"}, and the others are answered.
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/dialect.h>

#include "backend.h"
#include "store.h"

namespace {

std::string ErrorJson(const absl::Status& status) {
  constexpr int kBadRequest = 400;
  return signpost::ToJson(
      signpost::Value(signpost::Value::Object{{"status", kBadRequest}, {"message", std::string(status.message())}}));
}

void Print(const Store& store, const std::string& request, bool is_agent) {
  const absl::StatusOr<std::string> answer = Answer(store, request, is_agent);
  std::cout << (answer.ok() ? *answer : ErrorJson(answer.status())) << std::endl;
}

}  // namespace

int main(int argument_count, char** arguments) {
  std::vector<std::string> words(arguments + 1, arguments + argument_count);
  if (words.empty()) {
    std::cerr << "usage: storefront_backend DATA [--agent] [REQUEST...]\n";
    return EXIT_FAILURE;
  }
  const absl::StatusOr<Store> store = Store::Open(words.front());
  if (!store.ok()) {
    std::cerr << store.status() << "\n";
    return EXIT_FAILURE;
  }
  const bool is_agent = words.size() > 1 && words[1] == "--agent";
  const std::size_t first = is_agent ? 2 : 1;
  for (std::size_t w = first; w < words.size(); ++w) Print(*store, words[w], is_agent);
  if (words.size() > first) return EXIT_SUCCESS;
  for (std::string line; std::getline(std::cin, line);) Print(*store, line, is_agent);
}
