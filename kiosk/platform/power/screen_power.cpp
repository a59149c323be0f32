#include "platform/power/screen_power.h"
#include "platform/power/x11_power.h"
#include "system/log.h"

#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <utility>

namespace kiosk::platform {

namespace {

class Backlight final : public ScreenPower {
public:
    Backlight(std::filesystem::path folder, std::string file, std::string off)
        : folder_(std::move(folder)),
          file_(std::move(file)),
          off_(std::move(off)),
          name_("backlight " + folder_.filename().string())
    {
    }
    Backlight(Backlight const&) = delete;
    Backlight& operator=(Backlight const&) = delete;
    ~Backlight() override
    {
        if (before_) set(ScreenState::on);
    }

    void set(ScreenState state) override
    {
        if (state == ScreenState::off && !before_) {
            std::string before;
            std::getline(std::ifstream(folder_ / file_), before);
            if (write(off_)) before_ = before.empty() || before == off_ ? "0" : before;
        } else if (state == ScreenState::on && before_) {
            write(*std::exchange(before_, std::nullopt));
        }
    }
    std::string_view describe() const override { return name_; }

    static std::unique_ptr<ScreenPower> find(std::filesystem::path const& backlights)
    {
        std::error_code none;
        for (auto const& entry : std::filesystem::directory_iterator(backlights, none)) {
            // bl_power takes 0 for on and 4 for off (linux/fb.h, FB_BLANK_POWERDOWN) and leaves the brightness alone.
            if (std::ofstream(entry.path() / "bl_power", std::ios::app))
                return std::make_unique<Backlight>(entry.path(), "bl_power", "4");
        }
        return nullptr;
    }

private:
    bool write(std::string const& value) const
    {
        std::ofstream file(folder_ / file_);
        file << value << '\n';
        file.close();
        if (!file) log(LogLevel::warning, fmt::format("{}: cannot be switched; the screen stays black", name_));
        return static_cast<bool>(file);
    }

    std::filesystem::path folder_;
    std::string file_, off_, name_;
    std::optional<std::string> before_; // while it is off
};

class NoPower final : public ScreenPower {
public:
    void set(ScreenState) override {}
    std::string_view describe() const override { return "none: stays black"; }
};

} // namespace

std::unique_ptr<ScreenPower> make_screen_power(std::string_view driver, std::filesystem::path const& backlights)
{
    if (driver == "x11")
        if (auto power = make_x11_power()) return power;
    if (auto backlight = Backlight::find(backlights)) return backlight;
    return std::make_unique<NoPower>();
}

} // namespace kiosk::platform
