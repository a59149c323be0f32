#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "program/run.h"
#include "support/rebaseline.h"
#include "system/log.h"

#include <fmt/format.h>
#include <string_view>

// With --probe it is the kiosk itself, which draws content that comes by stick in a process of its own: whichever
// program runs. Any warning in the journal that a test did not ask for fails it: tests that expect some hold their own
// sink.
int main(int argc, char** argv)
{
    if (argc > 1 && std::string_view(argv[1]) == "--probe") return kiosk::program::run(argc, argv, "");
    kiosk::set_log_sink([](kiosk::LogLevel level, std::string_view message) {
        if (level != kiosk::LogLevel::information) FAIL_CHECK("unexpected in the journal: " << std::string(message));
    });
    for (int i = 1; i < argc; ++i)
        if (std::string_view(argv[i]) == "--rebaseline") test::rebaseline = true;
    doctest::Context context(argc, argv);
    context.setOption("no-intro", true);
    return context.run();
}
