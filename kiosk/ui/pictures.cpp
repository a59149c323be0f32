#include "ui/pictures.h"
#include "base/files.h"
#include "base/log.h"
#include "ui/image_decode.h"

#include <algorithm>

namespace kiosk::ui {

Pictures::Pictures(std::vector<std::filesystem::path> folders, Textures& textures, Decode decode,
                   std::function<void()> on_ready, ForeignPictures foreign)
    : folders_(std::move(folders)),
      textures_(textures),
      decode_(decode),
      on_ready_(std::move(on_ready)),
      foreign_(std::move(foreign)),
      worker_([this](std::stop_token const& stop) { work(stop); })
{
}

Pictures::~Pictures()
{
    worker_.request_stop();
    changed_.notify_all();
    worker_.join();
    for (auto const& [request, entry] : entries_)
        if (entry.texture != 0) textures_.destroy(entry.texture);
}

std::filesystem::path Pictures::find(std::vector<std::filesystem::path> const& folders, std::string const& name)
{
    for (auto const& folder : folders) {
        std::error_code ignored;
        auto path = folder / (name + ".png");
        if (std::filesystem::is_regular_file(path, ignored)) return path;
    }
    return {};
}

bool Pictures::has(std::string const& name)
{
    auto const known = known_.find(name);
    if (known != known_.end()) return known->second;
    return known_[name] = !find(folders_, name).empty();
}

TextureId Pictures::get(std::string const& name, int width, int height)
{
    if (name.empty() || width <= 0 || height <= 0) return 0;
    Request const request{name, std::min(width, textures_.largest()), std::min(height, textures_.largest())};
    auto const found = entries_.find(request);
    if (found != entries_.end()) {
        found->second.last_used = frame_;
        return found->second.texture;
    }
    entries_[request].last_used = frame_;
    if (decode_ == Decode::at_once) {
        upload(request, load(request));
        return entries_[request].texture;
    }
    ++waiting_;
    asked_.push_back(request);
    return 0;
}

bool Pictures::tend()
{
    ++frame_;
    if (textures_.generation() != generation_) {
        entries_.clear();
        generation_ = textures_.generation();
    }
    std::deque<std::pair<Request, Image>> finished;
    {
        std::lock_guard const lock(mutex_);
        finished.swap(finished_);
        wanted_.insert(wanted_.end(), asked_.begin(), asked_.end());
    }
    if (!asked_.empty()) changed_.notify_one();
    asked_.clear();
    for (auto const& [request, image] : finished) {
        --waiting_;
        upload(request, image);
    }
    drop_oldest();
    return !finished.empty();
}

Image Pictures::load(Request const& request) const
{
    auto const path = find(folders_, request.name);
    if (path.empty()) {
        log(LogLevel::warning, "picture '" + request.name + "': there is no such PNG file (it is left out)");
        return {};
    }
    auto const bytes = read_file(path);
    bool const foreign = foreign_.decode && path.parent_path() == foreign_.folder;
    auto const decode = [&](std::string const& all) {
        return foreign ? foreign_.decode(all, path.string()) : decode_picture(all, path.string());
    };
    auto image = bytes ? decode(bytes.value()) : Result<Image>(bytes.error());
    if (!image) {
        log(LogLevel::warning, image.error().line());
        return {};
    }
    return cover(image.value(), request.width, request.height);
}

void Pictures::upload(Request const& request, Image const& image)
{
    auto& entry = entries_[request];
    entry.failed = image.rgba.empty();
    if (entry.failed) return;
    entry.texture = textures_.create(image.width, image.height, Filter::linear);
    textures_.update(entry.texture, 0, 0, image.width, image.height, image.rgba);
}

void Pictures::drop_oldest()
{
    long pixels = 0;
    for (auto const& [request, entry] : entries_)
        if (entry.texture != 0) pixels += static_cast<long>(request.width) * request.height;
    while (pixels > kMostPixels) {
        auto oldest = entries_.end();
        for (auto it = entries_.begin(); it != entries_.end(); ++it)
            if (it->second.texture != 0 && it->second.last_used + 1 < frame_ &&
                (oldest == entries_.end() || it->second.last_used < oldest->second.last_used))
                oldest = it;
        if (oldest == entries_.end()) return; // all are on the screen
        pixels -= static_cast<long>(oldest->first.width) * oldest->first.height;
        textures_.destroy(oldest->second.texture);
        entries_.erase(oldest);
    }
}

void Pictures::work(std::stop_token const& stop)
{
    while (!stop.stop_requested()) {
        Request request;
        {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [this] { return !wanted_.empty(); })) return;
            request = wanted_.front();
            wanted_.pop_front();
        }
        auto image = load(request);
        {
            std::lock_guard const lock(mutex_);
            finished_.emplace_back(request, std::move(image));
        }
        if (on_ready_) on_ready_();
    }
}

} // namespace kiosk::ui
