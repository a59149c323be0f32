// A function that runs on a thread of its own while its caller goes on, for work that is waited for in the end. Worker
// (worker.h) has a queue and a mailbox, for a caller that never waits.
#pragma once
#include "base/result.h"
#include "system/caught_exception.h"

#include <future>
#include <string>
#include <type_traits>
#include <utility>

namespace kiosk {

// `work` returns a Result; it becomes an Error where `work` throws, since nothing above would catch that. `where` names
// what is done, for people. Destroying the future waits.
template <typename Work>
std::future<std::invoke_result_t<Work&>> in_background(std::string where, Work work)
{
    return std::async(std::launch::async,
                      [where = std::move(where), work = std::move(work)]() mutable -> std::invoke_result_t<Work&> {
                          try {
                              return work();
                          } catch (...) {
                              return caught_exception(where);
                          }
                      });
}

} // namespace kiosk
