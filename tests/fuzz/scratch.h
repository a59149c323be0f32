// A folder in memory for one run of a fuzzer, and quiet. Made at the first use, gone at the end of the process unless
// it crashed. Used by the fuzzers that read files.
#pragma once
#include "system/log.h"

#include <cstdlib>
#include <filesystem>
#include <string>

namespace fuzz {

class Scratch {
public:
    Scratch()
    {
        kiosk::set_log_sink([](kiosk::LogLevel, std::string_view) {});
        std::string name = "/dev/shm/kiosk-fuzz-XXXXXX";
        if (!mkdtemp(name.data())) std::abort();
        path_ = name;
    }
    Scratch(Scratch const&) = delete;
    Scratch& operator=(Scratch const&) = delete;
    ~Scratch()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    std::filesystem::path operator/(std::filesystem::path const& name) const { return path_ / name; }

    static Scratch const& one()
    {
        static Scratch const scratch;
        return scratch;
    }

private:
    std::filesystem::path path_;
};

} // namespace fuzz
